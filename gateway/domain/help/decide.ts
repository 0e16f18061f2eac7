import type { Command } from '../../contract/commands.ts'
import { counterState } from '../counters/state.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import { isOver } from '../line/ticket-life.ts'
import type { OfficeState } from '../office-state.ts'

type HelpCommand = Extract<
  Command,
  { type: 'call-guide' | 'ask-guide' | 'request-guide' | 'leave-help' | 'answer-help' | 'finish-help' }
>

/**
 * Somebody asks for a guide: a visitor at a terminal or by phone, a clerk for the counter; one open call for each of them, pressing again
 * changes nothing. A call whose visitor has gone stands in nobody's way.
 */
export function callForHelp(
  hallModel: HallModel,
  state: OfficeState,
  command: HelpCommand,
  actor: string,
  moment: Moment,
): Decision {
  const open = state.help.open.filter(({ left }) => !left)
  switch (command.type) {
    case 'call-guide': {
      const { terminalId, where } = command
      if (!hallModel.hall.terminals.some(({ id }) => id === terminalId))
        return refuse('unknown-terminal', { terminalId })
      if (open.some((help) => help.terminalId === terminalId)) return refuse('already-so')
      return accept([{ type: 'help-called', helpId: moment.newId(), terminalId, where }])
    }
    case 'ask-guide': {
      const ticket = state.line.tickets.get(command.ticketId)
      if (!ticket) return refuse('unknown-ticket')
      if (isOver(ticket.status)) return refuse('wrong-state', { number: ticket.number, state: ticket.status })
      if (open.some((help) => help.ticketId === ticket.id)) return refuse('already-so')
      const queue = hallModel.queues.get(ticket.queueId)?.name ?? ticket.queueId
      const where = ticket.counterId === null ? queue : `${ticket.counterId} 号窗口`
      return accept([{ type: 'help-asked', helpId: moment.newId(), ticketId: ticket.id, number: ticket.number, where }])
    }
    case 'request-guide': {
      const { counterId, reason } = command
      if (!hallModel.counters.has(counterId)) return refuse('unknown-counter', { counterId })
      if (open.some((help) => help.counterId === counterId)) return refuse('already-so')
      const number = state.line.tickets.get(counterState(state, counterId).ticketId ?? '')?.number ?? null
      return accept([{ type: 'help-requested', helpId: moment.newId(), counterId, number, reason }], { counterId })
    }
    case 'leave-help': {
      const help = open.find((one) => one.terminalId === command.terminalId)
      return help ? accept([{ type: 'help-left', helpId: help.id }]) : refuse('already-so')
    }
    case 'answer-help':
    case 'finish-help': {
      const help = state.help.open.find(({ id }) => id === command.helpId)
      if (!help) return refuse('already-so')
      if (command.type === 'finish-help') return accept([{ type: 'help-finished', helpId: help.id }])
      return help.answeredBy === null
        ? accept([{ type: 'help-answered', helpId: help.id, by: actor }])
        : refuse('help-taken', { by: help.answeredBy })
    }
  }
}
