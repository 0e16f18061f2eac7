/**
 * A terminal or a tablet is no browser: no menu, no drag, no zoom, nothing to copy for the next visitor, no keys but those that write and move, and no way to
 * another page. The browser's own policies hold the same (assets/deploy/kiosk); this holds where nobody has set them.
 */
export function stayHere(): void {
  for (const name of ['contextmenu', 'dragstart', 'drop', 'gesturestart', 'copy', 'cut', 'auxclick', 'beforeprint'])
    addEventListener(name, (event) => event.preventDefault())
  addEventListener('dragover', (event) => event.preventDefault())
  addEventListener('keydown', refuseShortcut, { capture: true })
  // A wheel with Ctrl, or two fingers on a pad, would zoom.
  window.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { passive: false })
  window.addEventListener('touchmove', (event) => event.touches.length > 1 && event.preventDefault(), {
    passive: false,
  })
  // Two fingers are seen by the compositor before any listener: only the style keeps them from zooming.
  document.documentElement.style.touchAction = 'pan-x pan-y'
  window.open = () => null
  window.print = () => {}
  addEventListener('click', refuseLink, { capture: true })
  refuseNavigation()
}

/** F5 and the like, and everything with Ctrl, Alt or Meta: none of it is a letter or a way through the page. */
function refuseShortcut(event: KeyboardEvent): void {
  if (!event.isTrusted) return
  const isKey = /^(F\d+|Browser\w+|Launch\w+|ContextMenu|PrintScreen|Help)$/.test(event.key)
  // Shift and Escape open the browser's own task manager, which no policy takes away.
  const isTaskManager = event.key === 'Escape' && event.shiftKey
  if (isKey || isTaskManager || event.ctrlKey || event.altKey || event.metaKey) event.preventDefault()
}

function refuseLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href], area[href]') : null
  if (link) event.preventDefault()
}

interface Leaving extends Event {
  destination: { url: string }
}
/** Where a machine may be put when it is let in at another place. */
const places = /^\/(?:kiosk|display|strip|led|rating)\/$/
/** Whatever a page or its words may try: only a place of the hall may be opened, as a reload does. */
function refuseNavigation(): void {
  const own = (window as unknown as { navigation?: EventTarget }).navigation
  own?.addEventListener('navigate', (event) => {
    const to = new URL((event as Leaving).destination.url)
    if (to.origin !== location.origin || !places.test(to.pathname)) event.preventDefault()
  })
}
