import type { Command } from '../../contract/commands.ts'
import { counterPrinter } from '../counters/counter-printer.ts'
import { isElsewhere } from '../counters/decide.ts'
import { counterState } from '../counters/state.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { isOver } from './ticket-life.ts'

type Work = Extract<Command, { type: 'check-materials' | 'print-missing' | 'note-ticket' }>

/**
 * What a clerk finds out about the visitor's papers, and what is written down for the next clerk. Refuses: a counter without a number, a
 * number that is over, a list with nothing on it, a counter without any printer near.
 */
export function workOnTicket(hallModel: HallModel, state: OfficeState, command: Work): Decision {
  if (command.type === 'note-ticket') {
    const ticket = state.line.tickets.get(command.ticketId)
    if (!ticket) return refuse('unknown-ticket')
    if (command.counterId !== null && ticket.counterId !== command.counterId)
      return isElsewhere(ticket, command.counterId)
    if (isOver(ticket.status)) return refuse('wrong-state', { number: ticket.number, state: ticket.status })
    const note = { type: 'ticket-noted', ticketId: ticket.id, from: command.counterId, text: command.text } as const
    return accept([note], { ticketId: ticket.id, counterId: command.counterId })
  }
  const { counterId } = command
  const counter = hallModel.counters.get(counterId)
  if (!counter) return refuse('unknown-counter', { counterId })
  const ticket = state.line.tickets.get(counterState(state, counterId).ticketId ?? '')
  if (!ticket) return refuse('counter-has-no-ticket', { counterId })
  const about = { ticketId: ticket.id, counterId }
  if (command.type === 'check-materials') {
    const missing = [...new Set(command.missing)]
    const same = missing.length === ticket.missing.length && missing.every((name) => ticket.missing.includes(name))
    if (same && ticket.checked) return refuse('already-so', { number: ticket.number })
    return accept([{ type: 'materials-checked', ticketId: ticket.id, missing }], about)
  }
  if (ticket.missing.length === 0) return refuse('nothing-missing', { number: ticket.number })
  const printerId = counterPrinter(hallModel.hall, counter)
  if (printerId === null) return refuse('no-printer', { counterId })
  const { matterId, number, missing } = ticket
  return accept(
    [
      {
        type: 'list-ordered',
        terminalId: null,
        printerId,
        matterId,
        flowId: null,
        answers: {},
        brought: [],
        lacking: { counterId, number, missing: [...missing] },
      },
    ],
    about,
  )
}
