import type { Command } from '../../contract/commands.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { OfficeState } from '../office-state.ts'
import { isElsewhere } from '../counters/decide.ts'
import { stepTicket } from '../line/ticket-life.ts'
import { nextLeg } from './legs.ts'

/**
 * A visitor of a flow who does not need the present step, or nothing after it. A clerk only does it with the ticket at the own
 * counter. Refuses when nothing follows: the last step is finished or cancelled as every other number.
 */
export function leaveLeg(state: OfficeState, command: Extract<Command, { type: 'skip-leg' | 'drop-legs' }>): Decision {
  const ticket = state.line.tickets.get(command.ticketId)
  if (!ticket) return refuse('unknown-ticket')
  if (command.counterId !== null && ticket.counterId !== command.counterId)
    return isElsewhere(ticket, command.counterId)
  const subject = { ticketId: ticket.id, counterId: command.counterId }
  if (nextLeg(ticket) === null) return refuse('no-next-leg', { number: ticket.number })
  if (stepTicket(ticket.status, 'transfer') === null)
    return refuse('wrong-state', { number: ticket.number, state: ticket.status })
  return accept(
    [
      command.type === 'skip-leg'
        ? { type: 'leg-left', ticketId: ticket.id, how: 'skipped' }
        : { type: 'legs-dropped', ticketId: ticket.id },
    ],
    subject,
  )
}
