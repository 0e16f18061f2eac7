import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Pager } from './pager.tsx'

/** Long text in pages, as columns of the browser: a law of 30,000 characters is turned over, never scrolled, and nothing is cut. */
export function PagedText({ children }: { children: ComponentChildren }): JSX.Element {
  const sheet = useRef<HTMLDivElement>(null)
  const page = useSignal(0)
  const pages = useSignal(1)
  useLayoutEffect(() => {
    const count = (): void => {
      const one = sheet.current
      if (one) pages.value = Math.max(1, Math.round((one.scrollWidth + gap(one)) / (one.clientWidth + gap(one))))
    }
    count()
    // Faces that arrive later are wider, and the pager below takes room of its own.
    void document.fonts.ready.then(count)
    const watch = new ResizeObserver(count)
    if (sheet.current) watch.observe(sheet.current)
    return () => watch.disconnect()
  }, [children])
  useLayoutEffect(() => {
    const one = sheet.current
    if (one) one.scrollLeft = page.value * (one.clientWidth + gap(one))
  }, [page.value])
  return (
    <>
      <div class="card paged">
        <div class="paged-sheet" ref={sheet}>
          {children}
        </div>
      </div>
      {pages.value > 1 && <Pager page={page.value} pages={pages.value} onTurn={(to) => void (page.value = to)} />}
    </>
  )
}
const gap = (one: Element): number => Number.parseFloat(getComputedStyle(one).columnGap) || 0
