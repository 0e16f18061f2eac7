import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'

/** A page of another site has another Origin; programs send none. */
export function isSameOrigin({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Refuses names that an outside site could point at this machine (DNS rebinding): addresses, localhost and the hall's own name. */
export function isOwnHost(host: string | undefined, publicUrl: string | null): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false
  const { hostname } = new URL(`http://${host}`)
  if (hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return true
  return publicUrl !== null && new URL(publicUrl).hostname === hostname
}
