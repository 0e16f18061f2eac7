import type { Command } from '../../contract/commands.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { isAbsent } from './arrival.ts'
import { isOver } from './ticket-life.ts'
import type { Ticket } from './ticket.ts'

type Arrive = Extract<Command, { type: 'arrive-ticket' }>

/**
 * The holder of a number from outside is in the hall. Where its turn has passed, it stands again at the place of missed numbers; else
 * where it stood. Told twice it is as told once. Refuses: a number that today does not know, and one that is over.
 */
export function arriveTicket(hallModel: HallModel, state: OfficeState, command: Arrive): Decision {
  const ticket = meant(state, command)
  if (!ticket) return refuse('unknown-ticket')
  if (isOver(ticket.status)) return refuse('wrong-state', { number: ticket.number, state: ticket.status })
  if (!isAbsent(ticket)) return accept([], { ticketId: ticket.id })
  const place = ticket.status === 'missed' ? hallModel.hall.missed.place : null
  return accept([{ type: 'ticket-arrived', ticketId: ticket.id, place }], { ticketId: ticket.id })
}

/** A number that was typed means one that is expected: whoever types another's learns nothing of it. */
function meant({ line }: OfficeState, { ticketId, number }: Arrive): Ticket | null {
  if (ticketId !== null) return line.tickets.get(ticketId) ?? null
  for (const id of line.absent) if (line.tickets.get(id)?.number === number) return line.tickets.get(id) ?? null
  return null
}
