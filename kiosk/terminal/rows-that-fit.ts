import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

const FEWEST = 2

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
    const narrow = (): void => {
      if (one && rows.value > FEWEST && isTooFull(one)) rows.value -= 1
    }
    narrow()
    // Faces that arrive later are wider.
    void document.fonts.ready.then(narrow)
  })
  return { page, rows }
}

/** Something of the page stands outside of it, or outside of the part of it that it belongs to. */
const isTooFull = (page: HTMLElement): boolean =>
  [...page.querySelectorAll(':scope > .above, :scope > .below')].some((part) => {
    const [edge, whole] = [part.getBoundingClientRect(), page.getBoundingClientRect()]
    const last = part.lastElementChild?.getBoundingClientRect().bottom ?? edge.bottom
    const first = part.firstElementChild?.getBoundingClientRect().top ?? edge.top
    return last > Math.min(edge.bottom, whole.bottom) + 1 || first < Math.max(edge.top, whole.top) - 1
  })
