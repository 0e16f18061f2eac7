import type { IncomingMessage } from 'node:http'
import type { RefusalCode } from '../contract/refusals.ts'
import { hostNameOf, isOwnHost } from './own-host.ts'
import { rateLimit } from './rate-limit.ts'
import type { StrangerGuards } from './stranger-guards.ts'

interface RefusalDeps extends Pick<StrangerGuards, 'addressOf' | 'monotonic'> {
  publicUrl: string | null
  /** Somebody asked under a name that is not this gateway's. */
  onForeignHost(host: string | undefined): void
}

/** After a restart all that may be open of one address (3,500 strangers, and the desks) comes back within seconds. */
const KNOCKS_A_MINUTE = 4_000

/** Who may not open a socket at all: another name than this gateway's, or too many from one address. */
export function upgradeRefusals({ publicUrl, onForeignHost, addressOf, monotonic }: RefusalDeps) {
  const mayKnock = rateLimit(KNOCKS_A_MINUTE, monotonic)
  return (request: IncomingMessage): { code: RefusalCode; details: unknown } | null => {
    const { host } = request.headers
    if (!isOwnHost(host, publicUrl)) {
      onForeignHost(host)
      return { code: 'foreign-host', details: { host: hostNameOf(host) ?? '' } }
    }
    return mayKnock(addressOf(request)) ? null : { code: 'too-many', details: {} }
  }
}
