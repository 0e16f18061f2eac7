import type { KeypadKey } from '../../../gateway/contract/input-devices.ts'
import type { Aloud } from '../read/aloud.ts'
import type { Reading } from '../read/use-read-aloud.ts'

/** In the order in which the page reads. What a question covers is inert, and out of reach. */
const stops = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('button, a[href], input')].filter(
    (one) =>
      !one.hasAttribute('disabled') &&
      one.getClientRects().length > 0 &&
      one.closest('[aria-hidden="true"], [inert]') === null,
  )

/** What is at the keypad's hand besides the frame. */
interface Dock {
  back(): void
  help(): void
  aloud: Aloud
  reading: Reading
}

/**
 * What a key of the assistive keypad does on any screen: it moves a frame, presses what the frame is on, or is one of the dock's buttons. Who
 * listens by earphones hears what the frame has come to.
 */
export function moveFocus(key: KeypadKey, { back, help, aloud, reading }: Dock): void {
  const list = stops()
  const at = list.indexOf(document.activeElement as HTMLElement)
  document.documentElement.dataset.keypad = 'on'
  const step = (to: number): void => {
    const next = list[(to + list.length) % list.length]
    reading.stop()
    next?.focus()
    if (next) reading.readControl(next)
  }
  const press = (): void => {
    reading.stop()
    list[at]?.click()
  }
  switch (key) {
    case 'down':
    case 'right':
      return step(at + 1)
    case 'up':
    case 'left':
      return step(at < 0 ? list.length - 1 : at - 1)
    case 'ok':
      return at < 0 ? step(0) : press()
    case 'back':
      return back()
    case 'help':
      return help()
    case 'read':
      return aloud.isReading.value ? reading.stop() : reading.read()
    case 'louder':
      return aloud.louder()
    case 'softer':
      return aloud.softer()
    case 'headset-in':
      return reading.earphones(true)
    case 'headset-out':
      return reading.earphones(false)
  }
}
