import { after } from '../../gateway/client/page-clock.ts'
/** Wait for the first pictures and clips: only what the page has asked for by then is known to be needed. */
const SETTLED_MS = 8_000

/**
 * Keeps the page, its faces and its clips in the own cache of a screen or a workplace, so that a reload without the gateway still opens it. Browsers
 * offer this on 127.0.0.1 and https only; elsewhere the page lives on what it has in memory.
 */
export function keepOffline(page: '/display/' | '/strip/' | '/counter/' | '/guide/'): void {
  if (!('serviceWorker' in navigator)) return
  const tell = async (): Promise<void> => {
    await navigator.serviceWorker.register(`${page}worker.js`)
    const { active } = await navigator.serviceWorker.ready
    const asked = performance.getEntriesByType('resource').map(({ name }) => name)
    const own = asked.filter((name) => /^\/(assets|sounds)\//.test(new URL(name).pathname))
    active?.postMessage({
      keep: [location.pathname + location.search, '/api/v1/hall', '/api/v1/sounds', ...own, ...faces()],
    })
    document.documentElement.dataset.kept = 'yes'
  }
  after(SETTLED_MS, () => void tell().catch(() => {}))
}

/** Every slice of every face: which characters tomorrow's notice needs nobody knows. */
const faces = (): string[] =>
  [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return []
      const source = rule.style.getPropertyValue('src').match(/url\("?([^")]+\.woff2)"?\)/)?.[1]
      return source === undefined ? [] : [new URL(source, sheet.href ?? location.href).href]
    }),
  )
