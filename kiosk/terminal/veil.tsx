import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** What a question covers can be reached by no key, no frame and no reader until it is answered; then the focus is where it was. */
export function Veil({ look = '', children }: { look?: string; children: ComponentChildren }): JSX.Element {
  const veil = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const held = document.activeElement as HTMLElement | null
    const covered = around(veil.current)
    for (const one of covered) one.inert = true
    veil.current?.querySelector<HTMLElement>('[role]')?.focus()
    return () => {
      for (const one of covered) one.inert = false
      if (held?.isConnected) held.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div class={`veil ${look}`} ref={veil}>
      {children}
    </div>
  )
}

/** All of the stage beside this element and what holds it, but for what is covered already. */
function around(element: HTMLElement | null): HTMLElement[] {
  const parent = element?.parentElement
  if (!element || !parent) return []
  const own = [...parent.children].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one !== element && !one.inert,
  )
  return parent.classList.contains('stage') ? own : [...own, ...around(parent)]
}
