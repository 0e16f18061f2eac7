import type { Wait } from '../contract/views.ts'
import type { House } from './house.ts'
import { type OfficeState, type Ticket, counterState, lineKey, lineOf } from './office-state.ts'
import { expectedWait } from './waits/expected-wait.ts'
import { shownRange } from './waits/shown-range.ts'

/** Counters that serve the queue and are open now. */
export const openCounters = (house: House, state: OfficeState, queueId: string): number =>
  (house.countersOf.get(queueId) ?? []).filter((counter) => counterState(state, counter.id).state === 'open').length

/** How many stand before this ticket in its line; 0 when it no longer waits. */
export const aheadOf = (state: OfficeState, ticket: Ticket): number => Math.max(0, lineOf(state, lineKey(ticket)).indexOf(ticket.id))

/**
 * The wait as shown: of a ticket that waits, or (`ticketId` null) of somebody who comes now and has `ahead` people before. A range
 * in multiples of 5 in which four of five waits lie; null when it cannot be known.
 */
export const waitRange = (house: House, state: OfficeState, queueId: string, ahead: number, ticketId: string | null, now: number): Wait =>
  shownRange(expectedWait(house, state, queueId, ahead, ticketId, now))
