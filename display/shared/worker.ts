/// <reference lib="webworker" />

declare const self: ServiceWorkerGlobalScope

const CACHE = 'tingshi-display-1'
/** A gateway that does not answer by then is away; what was kept is shown. */
const PATIENCE_MS = 3_000

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => {
  const others = caches
    .keys()
    .then((names) =>
      Promise.all(
        names
          .filter((name) => name.startsWith('tingshi-display-') && name !== CACHE)
          .map((name) => caches.delete(name)),
      ),
    )
  event.waitUntil(others.then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  // Files with their content's hash, and recordings with their age in the address, never change.
  if (pathname.startsWith('/assets/') || pathname.startsWith('/sounds/'))
    event.respondWith(kept(request, false).then((known) => known ?? fetchAndKeep(request)))
  else if (request.mode === 'navigate' || pathname === '/api/v1/hall' || pathname === '/api/v1/sounds')
    event.respondWith(fetchInTime(request))
})

/** The page tells what it needs to go on alone; other builds' files are forgotten. */
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const { keep } = event.data as { keep?: string[] }
  if (keep) event.waitUntil(keepAll(keep))
})

/** Any screen's page is the same file; its name stands behind the question mark. */
const kept = (request: Request, anySearch: boolean): Promise<Response | undefined> =>
  caches.match(request, { cacheName: CACHE, ignoreSearch: anySearch })

async function fetchAndKeep(request: Request | string): Promise<Response> {
  const response = await fetch(request)
  if (response.ok && response.status !== 206 && response.type === 'basic')
    await (await caches.open(CACHE)).put(request, response.clone())
  return response
}

async function fetchInTime(request: Request): Promise<Response> {
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), PATIENCE_MS))
  const answer = fetchAndKeep(request)
  const first = await Promise.race([answer, late]).catch(() => undefined)
  if (first && first.status < 500) return first
  return (await kept(request, true)) ?? first ?? answer
}

async function keepAll(urls: string[]): Promise<void> {
  const cache = await caches.open(CACHE)
  const wanted = new Set(urls.map((url) => new URL(url, self.location.origin).href))
  for (const request of await cache.keys())
    if (request.url.includes('/assets/') && !wanted.has(request.url)) await cache.delete(request)
  for (const url of wanted)
    if (!(await cache.match(url)) || !url.includes('/assets/')) await fetchAndKeep(url).catch(() => {})
}
