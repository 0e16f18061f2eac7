import type { IncomingHttpHeaders } from 'node:http'

/** A page of another site has another Origin; programs send none. `gateways`: others of this hall, whose pages may look in here. */
export function isSameOrigin({ origin, host }: IncomingHttpHeaders, gateways: readonly string[] = []): boolean {
  if (origin === undefined || gateways.includes(origin)) return true
  if (!URL.canParse(origin) || !URL.canParse(`http://${host}`)) return false
  const { protocol, host: of } = new URL(origin)
  return of === new URL(`${protocol}//${host}`).host
}
