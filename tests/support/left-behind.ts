import type { BrowserContext, Page } from 'playwright-core'

/** Everything that a browser keeps of a page, as one text for each place: what the next visitor, or somebody who opens the machine, could find. */
export async function leftBehind(context: BrowserContext, page: Page): Promise<Record<string, string>> {
  const { origin } = new URL(page.url())
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  const inPage = await page.evaluate(async () => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    const document_ = document.documentElement.outerHTML
    const inStore = (store: Storage): string => JSON.stringify(Object.entries(store))
    const ended = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => fail(request.error)
      })
    const databases: unknown[] = []
    for (const { name } of await indexedDB.databases()) {
      const database = await ended(indexedDB.open(name ?? ''))
      for (const store of database.objectStoreNames)
        databases.push(name, store, await ended(database.transaction(store).objectStore(store).getAll()))
      database.close()
    }
    const kept: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        kept.push(request.url)
        const answer = await cache.match(request)
        if (answer && /json|html|text\/plain/.test(answer.headers.get('content-type') ?? ''))
          kept.push(await answer.text())
      }
    }
    const moved = [...document.querySelectorAll('*')].filter((one) => one.scrollTop !== 0 || one.scrollLeft !== 0)
    return {
      page: document_,
      fields: JSON.stringify(fields.map(({ value }) => value)),
      storage: inStore(localStorage) + inStore(sessionStorage) + document.cookie,
      databases: JSON.stringify(databases),
      caches: kept.join('\n'),
      history: JSON.stringify([
        history.length,
        history.state,
        location.href,
        document.referrer,
        window.name,
        document.title,
      ]),
      clipboard: await navigator.clipboard.readText().catch(() => ''),
      selection: String(getSelection() ?? ''),
      scroll: moved.map(({ className }) => String(className)).join(),
    }
  })
  return { ...inPage, cookies: JSON.stringify(await context.cookies()), memory: await heapOf(page) }
}

/** What the page's own memory still holds after a full collection. */
async function heapOf(page: Page): Promise<string> {
  const line = await page.context().newCDPSession(page)
  const pieces: string[] = []
  line.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void pieces.push(chunk))
  await line.send('HeapProfiler.collectGarbage')
  await line.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await line.detach()
  const { strings } = JSON.parse(pieces.join('')) as { strings: string[] }
  return strings.join('\n')
}
