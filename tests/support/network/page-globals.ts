import { WebSocket } from 'ws'

/** What `connect` finds in a browser, in Node: an address, a storage, a socket. The gateway seems to be at `url`. */
export function pageGlobals(url: string): void {
  const storage = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => {
    const kept = new Map<string, string>()
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    }
  }
  const { href, protocol, host, origin } = new URL(url)
  const location = {
    href,
    protocol,
    host,
    origin,
    pathname: '/',
    search: '',
    hash: '',
    reload: () => {},
    replace: () => {},
  }
  const given = { location, WebSocket, localStorage: storage(), sessionStorage: storage() }
  for (const [name, value] of Object.entries(given))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}
