import type { Command } from '../../contract/commands.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import { isOver } from '../line/ticket-life.ts'
import type { OfficeState } from '../office-state.ts'

type HelpCommand = Extract<Command, { type: 'call-guide' | 'ask-guide' | 'answer-help' | 'finish-help' }>

/** A visitor asks for a guide, at a terminal or by phone; one open call for each terminal and number, pressing again changes nothing. */
export function callForHelp(
  hallModel: HallModel,
  state: OfficeState,
  command: HelpCommand,
  actor: string,
  moment: Moment,
): Decision {
  if (command.type === 'call-guide') {
    if (!hallModel.hall.terminals.some((terminal) => terminal.id === command.terminalId))
      return refuse('unknown-terminal', { terminalId: command.terminalId })
    if (state.help.open.some((help) => help.terminalId === command.terminalId)) return refuse('already-so')
    return accept([
      { type: 'help-called', helpId: moment.newId(), terminalId: command.terminalId, where: command.where },
    ])
  }
  if (command.type === 'ask-guide') {
    const ticket = state.line.tickets.get(command.ticketId)
    if (!ticket) return refuse('unknown-ticket')
    if (isOver(ticket.status)) return refuse('wrong-state', { number: ticket.number, state: ticket.status })
    if (state.help.open.some((help) => help.ticketId === ticket.id)) return refuse('already-so')
    const queue = hallModel.queues.get(ticket.queueId)?.name ?? ticket.queueId
    const where = ticket.counterId === null ? queue : `${ticket.counterId} 号窗口`
    return accept([{ type: 'help-asked', helpId: moment.newId(), ticketId: ticket.id, number: ticket.number, where }])
  }
  const help = state.help.open.find((one) => one.id === command.helpId)
  if (!help) return refuse('already-so')
  if (command.type === 'finish-help') return accept([{ type: 'help-finished', helpId: help.id }])
  return help.answeredBy === null
    ? accept([{ type: 'help-answered', helpId: help.id, by: actor }])
    : refuse('already-so')
}
