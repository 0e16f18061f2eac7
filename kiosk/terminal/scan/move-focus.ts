import type { KeypadKey } from '../../../gateway/contract/input-devices.ts'

/** In the order in which the page reads. A question on top keeps the others out. */
function stops(): HTMLElement[] {
  const within = document.querySelector('.dialog') ?? document
  return [...within.querySelectorAll<HTMLElement>('button, a[href], input')].filter(
    (one) =>
      !one.hasAttribute('disabled') && one.getClientRects().length > 0 && one.closest('[aria-hidden="true"]') === null,
  )
}

/** What a key of the assistive keypad does on any screen: it moves a frame, presses what the frame is on, or is one of the dock's buttons. */
export function moveFocus(key: KeypadKey, dock: { back(): void; help(): void }): void {
  const list = stops()
  const at = list.indexOf(document.activeElement as HTMLElement)
  const step = (to: number): void => list[(to + list.length) % list.length]?.focus()
  document.documentElement.dataset.keypad = 'on'
  switch (key) {
    case 'down':
    case 'right':
      return step(at + 1)
    case 'up':
    case 'left':
      return step(at < 0 ? list.length - 1 : at - 1)
    case 'ok':
      return at < 0 ? step(0) : list[at]?.click()
    case 'back':
      return dock.back()
    case 'help':
      return dock.help()
  }
}
