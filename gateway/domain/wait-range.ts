import type { Wait } from '../contract/views.ts'
import type { House } from './house.ts'
import { type OfficeState, type Ticket, counterState, lineKey, lineOf } from './office-state.ts'

/** Counters that serve the queue and are open now. */
export const openCounters = (house: House, state: OfficeState, queueId: string): number =>
  (house.countersOf.get(queueId) ?? []).filter((counter) => counterState(state, counter.id).state === 'open').length

/** How many stand before this ticket in its line; 0 when it no longer waits. */
export const aheadOf = (state: OfficeState, ticket: Ticket): number => Math.max(0, lineOf(state, lineKey(ticket)).indexOf(ticket.id))

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
