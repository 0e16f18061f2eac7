import type { CatalogueEntry } from '../../../gateway/catalogue/search/entry.ts'

/** Guides kept for a terminal without a gateway: the most wanted of a large catalogue. */
const MOST_GUIDES = 2_000

/**
 * Keeps the page, its faces, the catalogue and the guides in the terminal's own cache, so that a reload without the gateway still finds
 * matters. Browsers offer this on 127.0.0.1 and https only; elsewhere the page lives on what it has in memory.
 */
export function keepOffline(entries: readonly CatalogueEntry[]): void {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker
    .register('/kiosk/worker.js')
    .then(() => navigator.serviceWorker.ready)
    .then(async ({ active }) => {
      const clips = await readsOffline()
      active?.postMessage({ keep: [...pageFiles(), ...clips, ...dataFor(entries), ...facesOfPage()] })
    })
    .catch(() => {})
}

/** What was made ahead is read aloud without a gateway, too: its programs come into the page here, its clips into the cache. */
async function readsOffline(): Promise<string[]> {
  const [, { packFiles, openIndexes }] = await Promise.all([
    import('../read/read-out.ts'),
    import('../read/made-ahead.ts'),
  ])
  await openIndexes()
  return packFiles()
}

const pageFiles = (): string[] => [
  '/kiosk/',
  ...performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith('/assets/')),
]

/** Every slice of every face: which characters tomorrow's visitor needs nobody knows. */
const facesOfPage = (): string[] =>
  [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return []
      const source = rule.style.getPropertyValue('src').match(/url\("?([^")]+\.woff2)"?\)/)?.[1]
      return source === undefined ? [] : [new URL(source, sheet.href ?? location.href).href]
    }),
  )

const dataFor = (entries: readonly CatalogueEntry[]): string[] => [
  '/api/v1/hall',
  '/api/v1/catalogue',
  '/api/v1/catalogue/wanted',
  '/api/v1/catalogue/strokes',
  ...[...entries]
    .sort((one, other) => other.popular - one.popular)
    .slice(0, MOST_GUIDES)
    .map(({ id }) => `/api/v1/matters/${encodeURIComponent(id)}`),
]
