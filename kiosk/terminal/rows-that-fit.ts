import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

const FEWEST = 1

/** As many rows of a list as its page has room for: a page with a long name shows fewer and turns over. `key` = what the page shows. */
export function useRowsThatFit(
  most: number,
  key: string,
): { page: RefObject<HTMLElement | null>; rows: Signal<number> } {
  const page = useRef<HTMLElement>(null)
  const rows = useSignal(most)
  useLayoutEffect(() => {
    rows.value = most
  }, [key, most])
  useLayoutEffect(() => {
    const one = page.current
    const shown = rows.value
    const narrow = (): void => {
      // What is measured must be what is shown: one row too many is taken away once, however often it is asked.
      if (one && rows.peek() === shown && shown > FEWEST && (isTooFull(one) || isTooHigh(one))) rows.value = shown - 1
    }
    narrow()
    // Faces that arrive later are wider.
    void document.fonts.ready.then(narrow)
    // A pad that comes later takes room of its own.
    const watch = new ResizeObserver(narrow)
    for (const part of one?.children ?? []) watch.observe(part)
    return () => watch.disconnect()
  })
  return { page, rows }
}

/** In the low position a list ends at the line above which nobody reaches. */
function isTooHigh(page: HTMLElement): boolean {
  const stage = page.closest<HTMLElement>('.stage.tall.low')
  const list = page.querySelector('.rows')
  if (!stage || !list) return false
  const line = Number.parseFloat(stage.style.getPropertyValue('--touch-line'))
  const { top, height } = stage.getBoundingClientRect()
  return list.getBoundingClientRect().top < top + (line * height) / stage.offsetHeight - 1
}

/** Something of the page stands outside of it, or outside of the part of it that it belongs to. */
const isTooFull = (page: HTMLElement): boolean =>
  [...page.querySelectorAll(':scope > .above, :scope > .below')].some((part) => {
    const [edge, whole] = [part.getBoundingClientRect(), page.getBoundingClientRect()]
    // What a mode leaves out stands nowhere.
    const shown = [...part.children].filter((child) => child.getClientRects().length > 0)
    const last = shown.at(-1)?.getBoundingClientRect().bottom ?? edge.bottom
    const first = shown[0]?.getBoundingClientRect().top ?? edge.top
    return last > Math.min(edge.bottom, whole.bottom) + 1 || first < Math.max(edge.top, whole.top) - 1
  })
