import { lineOf } from '../line/state.ts'
import { type Ticket, lineKey } from '../line/ticket.ts'
import { counterState } from '../counters/state.ts'
import type { Wait } from '../../contract/views.ts'
import type { HallModel } from '../hall-model.ts'
import { countersOf } from '../counters/serving.ts'
import { policyOf } from '../line/ticket-class.ts'
import { queueOrder } from '../line/next-ticket.ts'
import type { OfficeState } from '../office-state.ts'
import { queueWaits } from './queue-waits.ts'
import { shownRange } from './shown-range.ts'

/** Counters that serve the queue and are open now. */
export const openCounters = (hallModel: HallModel, state: OfficeState, queueId: string): number =>
  countersOf(hallModel, state, queueId).filter((counter) => counterState(state, counter.id).state === 'open').length

/** How many are called before this ticket in its line; 0 when it no longer waits. `now` in epoch ms. */
export function aheadOf(hallModel: HallModel, state: OfficeState, ticket: Ticket, now: number): number {
  const line = lineOf(state, lineKey(ticket))
  // Of a strict queue without bookings the line itself is the order.
  const isPlain =
    policyOf(hallModel, ticket.queueId).kind === 'strict' &&
    line.every((id) => state.line.tickets.get(id)?.appointment == null)
  if (isPlain || ticket.forCounter !== null) return Math.max(0, line.indexOf(ticket.id))
  return Math.max(
    0,
    queueOrder(hallModel, state, ticket.queueId, now).findIndex((one) => one.ticket === ticket),
  )
}

/**
 * The wait as shown: of a ticket that waits, or (`ticketId` null) of somebody who comes now and has `ahead` people before. A range
 * in multiples of 5 in which four of five waits lie; null when it cannot be known.
 */
export const waitRange = (
  hallModel: HallModel,
  state: OfficeState,
  queueId: string,
  ahead: number,
  ticketId: string | null,
  now: number,
): Wait => shownRange(queueWaits(hallModel, state, queueId, now).of(ahead, ticketId))
