import { ask, withFields } from '../../gateway/client/ask.ts'
import type { PhoneOffer } from '../../gateway/contract/phone-numbers.ts'

/** A matter as the search finds it; `queueId` null = no counter of this hall does it. */
export interface FoundMatter {
  id: string
  name: string
  nameEn: string | null
  queueId: string | null
  guide: { materials: { name: string }[] } | null
}
const MOST_FOUND = 6

export const readOffer = () => ask('/api/v1/phone', withFields<PhoneOffer>('hall', 'queues', 'inHall'))

interface CameIn {
  pass: string
  arrived: { token: string; number: string }[]
}
/** Shows the hall's code; the answer's pass says for a while that this phone is here, and its numbers from outside are waiting now. */
export const enter = (code: string) =>
  ask('/api/v1/phone/enter', withFields<CameIn>('pass', 'arrived'), { body: { code } })

export const find = (query: string) =>
  ask(
    `/api/v1/matters?${new URLSearchParams({ q: query, limit: String(MOST_FOUND) })}`,
    withFields<{ items: FoundMatter[] }>('items'),
  )

/** `pass` null = from outside. `key`: the same press stays the same order. */
export const take = (pass: string | null, what: { matterId: string | null; queueId: string | null }, key: string) =>
  ask('/api/v1/phone/tickets', withFields<{ token: string; number: string }>('token', 'number'), {
    body: { pass, ...what },
    key,
  })
