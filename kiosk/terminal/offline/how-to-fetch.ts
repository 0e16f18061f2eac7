/**
 * How a terminal gets something: files with their content's hash in the name never change, so the kept one is as good; what the gateway
 * may have changed is asked for first; all else (numbers, sockets, cases) must never come out of a cache.
 */
export function howToFetch(url: URL, origin: string, navigates: boolean): 'kept-first' | 'network-first' | 'network' {
  if (url.origin !== origin) return 'network'
  if (url.pathname.startsWith('/assets/') || url.pathname.startsWith('/samples/')) return 'kept-first'
  if (navigates) return url.pathname === '/kiosk/' ? 'network-first' : 'network'
  return /^\/api\/v1\/(hall|catalogue|catalogue\/(?:strokes|wanted)|matters\/[^/]+)$/.test(url.pathname)
    ? 'network-first'
    : 'network'
}

/** A guide that was not kept before stays unkept: its place in the cache would tell for days what a visitor looked at. */
export const leavesTrace = (url: URL): boolean => url.pathname.startsWith('/api/v1/matters/')
