/// <reference lib="webworker" />
import { howToFetch, leavesTrace } from './how-to-fetch.ts'

declare const self: ServiceWorkerGlobalScope

const CACHE = 'tingshi-terminal-1'
/** A gateway that does not answer by then is away; what was kept is shown. */
const PATIENCE_MS = 3_000

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => {
  const others = caches
    .keys()
    .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
  event.waitUntil(others.then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const how =
    request.method === 'GET'
      ? howToFetch(new URL(request.url), self.location.origin, request.mode === 'navigate')
      : 'network'
  if (how === 'kept-first') event.respondWith(kept(request).then((known) => known ?? fetchAndKeep(request)))
  else if (how === 'network-first') event.respondWith(fetchInTime(request))
})

/** The page tells what it needs to go on alone; whatever is kept beside it is of an older build. */
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const { keep } = event.data as { keep?: string[] }
  if (keep) event.waitUntil(keepAll(keep))
})

const kept = (request: Request | string): Promise<Response | undefined> =>
  caches.match(request, { cacheName: CACHE, ignoreSearch: true })

async function fetchAndKeep(request: Request | string): Promise<Response> {
  const response = await fetch(request)
  // A cut answer must never become what is shown for days.
  if (response.ok && response.type === 'basic')
    await (await caches.open(CACHE)).put(
      typeof request === 'string' ? request : withoutSearch(request.url),
      response.clone(),
    )
  return response
}
const withoutSearch = (url: string): string => url.split('?')[0] ?? url

async function fetchInTime(request: Request): Promise<Response> {
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), PATIENCE_MS))
  const answer = leavesTrace(new URL(request.url)) ? fetchAgain(request) : fetchAndKeep(request)
  const first = await Promise.race([answer, late]).catch(() => undefined)
  // A gateway that says 503 is there but cannot: the page is better off with what was kept.
  if (first && first.status < 500) return first
  return (await kept(request)) ?? first ?? answer
}

/** What is kept is renewed; nothing is added to it. */
const fetchAgain = async (request: Request): Promise<Response> =>
  (await kept(request)) === undefined ? fetch(request) : fetchAndKeep(request)

async function keepAll(urls: string[]): Promise<void> {
  const cache = await caches.open(CACHE)
  const wanted = new Set(urls.map((url) => new URL(url, self.location.origin).href))
  for (const request of await cache.keys())
    if (request.url.includes('/assets/') && !wanted.has(request.url)) await cache.delete(request)
  // One after the other: eight terminals that start together must not flood the gateway.
  for (const url of wanted) if (!url.includes('/assets/') || !(await kept(url))) await fetchAndKeep(url).catch(() => {})
}
