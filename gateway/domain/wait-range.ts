import type { Wait } from '../contract/views.ts'
import type { House } from './house.ts'
import { countersOf } from './line/serving.ts'
import { policyOf } from './line/ticket-class.ts'
import { queueOrder } from './next-ticket.ts'
import { type OfficeState, type Ticket, counterState, lineKey, lineOf } from './office-state.ts'

/** Counters that serve the queue and are open now. */
export const openCounters = (house: House, state: OfficeState, queueId: string): number =>
  countersOf(house, state, queueId).filter((counter) => counterState(state, counter.id).state === 'open').length

/** How many are called before this ticket in its line; 0 when it no longer waits. `now` in epoch ms. */
export function aheadOf(house: House, state: OfficeState, ticket: Ticket, now: number): number {
  const line = lineOf(state, lineKey(ticket))
  // Of a strict queue without bookings the line itself is the order.
  const isPlain = policyOf(house, ticket.queueId).kind === 'strict' && line.every((id) => state.tickets.get(id)?.appointment == null)
  if (isPlain || ticket.forCounter !== null) return Math.max(0, line.indexOf(ticket.id))
  return Math.max(
    0,
    queueOrder(house, state, ticket.queueId, now).findIndex((one) => one.ticket === ticket),
  )
}

const PRIOR = 5

/**
 * The wait of somebody with `ahead` people before: minutes per place, learnt from today's calls and shrunk to the configured
 * minutes ÷ open counters while the day is young. A range in multiples of 5; null when no counter is open.
 */
export function waitRange(house: House, state: OfficeState, queueId: string, ahead: number): Wait {
  const queue = house.queues.get(queueId)
  const open = openCounters(house, state, queueId)
  if (!queue || open === 0) return null
  const seen = state.pace.get(queueId) ?? []
  const perPlace = (seen.reduce((sum, one) => sum + one, 0) + (PRIOR * queue.minutes) / open) / (seen.length + PRIOR)
  const expected = Math.min(300, perPlace * (ahead + 0.5))
  const low = Math.floor((expected * 0.75) / 5) * 5
  const high = Math.max(low + 5, Math.ceil((expected * 1.35) / 5) * 5)
  return { lowMinutes: low, highMinutes: high }
}
