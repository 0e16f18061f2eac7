import type { IncomingHttpHeaders } from 'node:http'

/** A page of another site has another Origin; programs send none. */
export function isSameOrigin({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true
  if (!URL.canParse(origin) || !URL.canParse(`http://${host}`)) return false
  const { protocol, host: of } = new URL(origin)
  return of === new URL(`${protocol}//${host}`).host
}
