import type { Command } from '../../contract/commands.ts'
import { GIVE_BACK_SECONDS } from '../../contract/give-back.ts'
import { minuteAt } from '../../contract/hall-time.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { slotAt } from './quotas.ts'
import type { Ticket } from './ticket.ts'

/** A touch in the last second still travels. */
const ON_ITS_WAY_MS = 5_000

/**
 * The visitor who has just taken a number at this terminal by mistake gives it back: the place in the line and of the quota is free
 * again. Refuses a number of another terminal, one after which this terminal gave another (its visitor has gone), one older than
 * half a minute, one that does not simply wait, and one that an appointment paid for.
 */
export function giveBack(
  hallModel: HallModel,
  state: OfficeState,
  { terminalId, ticketId }: Extract<Command, { type: 'give-back-ticket' }>,
  { now }: Moment,
): Decision {
  const ticket = state.line.tickets.get(ticketId)
  if (!ticket || ticket.terminalId !== terminalId) return refuse('unknown-ticket')
  if (ticket.status !== 'waiting' || ticket.returned)
    return refuse('wrong-state', { number: ticket.number, state: ticket.status })
  const isTooLate = now - ticket.takenAt > GIVE_BACK_SECONDS * 1000 + ON_ITS_WAY_MS
  if (isTooLate || isPassed(state, ticket) || ticket.appointment !== null || ticket.lateFor !== null)
    return refuse('not-to-give-back', { number: ticket.number })
  const queue = hallModel.queues.get(ticket.queueId)
  const slot = (queue && slotAt(queue, minuteAt(ticket.takenAt, hallModel.hall.timeZone))?.from) ?? null
  return accept([{ type: 'ticket-cancelled', ticketId, givenBack: { slot } }], { ticketId })
}

/** Whether somebody else has taken a number at its terminal since. */
function isPassed(state: OfficeState, ticket: Ticket): boolean {
  let isAfter = false
  for (const one of state.line.tickets.values()) {
    if (isAfter && one.terminalId === ticket.terminalId) return true
    if (one.id === ticket.id) isAfter = true
  }
  return false
}
