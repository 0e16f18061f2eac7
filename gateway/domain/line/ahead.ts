import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { callDown } from './call-down.ts'
import type { Pick } from './lane.ts'
import { queueOrder } from './next-ticket.ts'
import { lineOf } from './state.ts'
import { policyOf } from './ticket-class.ts'
import { type Ticket, lineKey } from './ticket.ts'

/**
 * Whether the line of a queue, or of one counter (`@ID`), is itself the order of calling: nobody in it is booked, and priorities stand
 * before all others (a strict queue) or there are none.
 */
export function isPlainLine(hallModel: HallModel, { line }: OfficeState, key: string): boolean {
  if (key.startsWith('@')) return true
  if ((line.bookedIn.get(key) ?? 0) > 0) return false
  return policyOf(hallModel, key).kind === 'strict' || (line.prioritiesIn.get(key) ?? 0) === 0
}

/** Who is first in such a line, and why; null = nobody waits. `now` in epoch ms. */
export function plainHead(hallModel: HallModel, state: OfficeState, key: string, now: number): Pick | null {
  if (!key.startsWith('@')) return callDown(hallModel, state, now, { most: 1, whom: 'all' }).head(key, now)
  const ticket = state.line.tickets.get(lineOf(state, key)[0] ?? '')
  return ticket ? { ticket, why: { rule: 'sent-here' } } : null
}

/** How many are called before this ticket in its line; 0 when it no longer waits. `now` in epoch ms. */
export function aheadOf(hallModel: HallModel, state: OfficeState, ticket: Ticket, now: number): number {
  const key = lineKey(ticket)
  // Mostly it is asked of who came last.
  if (isPlainLine(hallModel, state, key)) return Math.max(0, lineOf(state, key).lastIndexOf(ticket.id))
  const order = queueOrder(hallModel, state, ticket.queueId, now)
  return Math.max(
    0,
    order.findIndex((one) => one.ticket === ticket),
  )
}
