import { ticks } from './page-clock.ts'

/** Whoever pressed on a page that stood still has pressed again, or gone. */
const STALE_MS = 3_000

/**
 * A page that was frozen (its computer had no memory, its window was stopped) hears all presses of that time at once when it goes on. Those that are
 * older than three seconds are swallowed before anything of the page hears them. The browser says when a press was made, in the page's own ticks.
 */
export function swallowStalePresses(page: Pick<EventTarget, 'addEventListener'> = window): void {
  const swallow = (event: Event): void => {
    if (ticks() - event.timeStamp <= STALE_MS) return
    event.stopImmediatePropagation()
    event.preventDefault()
  }
  for (const kind of ['pointerdown', 'pointerup', 'click', 'keydown', 'submit'])
    page.addEventListener(kind, swallow, { capture: true })
}
