import type { Command } from '../../contract/commands.ts'
import { isElsewhere } from '../counters/decide.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { lineOf } from './state.ts'
import { isInLine, stepTicket } from './ticket-life.ts'
import { type Ticket, lineKey } from './ticket.ts'

type OwnWish = Extract<Command, { type: 'defer-ticket' | 'announce-coming' }>

/**
 * What visitors decide about their own number. Stepping back refuses: a hall without the rule; a number that neither waits nor was
 * just called; one that stepped back often enough; nobody behind who could go first.
 */
export function decideOwnTurn(hallModel: HallModel, state: OfficeState, command: OwnWish): Decision {
  const ticket = state.line.tickets.get(command.ticketId)
  if (!ticket) return refuse('unknown-ticket')
  switch (command.type) {
    case 'announce-coming':
      if (ticket.status !== 'called') return isElsewhere(ticket, '')
      if (ticket.coming) return refuse('already-so', { number: ticket.number })
      return accept([{ type: 'ticket-coming', ticketId: ticket.id }], { ticketId: ticket.id })
    case 'defer-ticket': {
      const { later } = hallModel.hall
      if (later === null) return refuse('later-off')
      if (stepTicket(ticket.status, 'defer') === null) return isElsewhere(ticket, '')
      if (ticket.deferred >= later.times) return refuse('later-enough', { number: ticket.number, times: later.times })
      const before = placeInClass(state, ticket)
      const behind = othersOfClass(state, ticket).length - before
      if (behind === 0) return refuse('nobody-behind', { number: ticket.number })
      const place = before + Math.min(later.places, behind) + 1
      return accept([{ type: 'ticket-deferred', ticketId: ticket.id, place }], { ticketId: ticket.id })
    }
  }
}

/** How many stand before it among its own class; whoever is called stands before all. */
const placeInClass = (state: OfficeState, ticket: Ticket): number =>
  isInLine(ticket.status) ? classOfLine(state, ticket).indexOf(ticket.id) : 0

const othersOfClass = (state: OfficeState, ticket: Ticket): string[] =>
  classOfLine(state, ticket).filter((id) => id !== ticket.id)

const classOfLine = (state: OfficeState, ticket: Ticket): string[] =>
  lineOf(state, lineKey(ticket)).filter(
    (id) => (state.line.tickets.get(id)?.priority !== null) === (ticket.priority !== null),
  )
