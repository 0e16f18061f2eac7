import type { Command } from '../../contract/commands.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'

type HelpCommand = Extract<Command, { type: 'call-guide' | 'answer-help' | 'finish-help' }>

/** A visitor at a terminal asks for a guide; one open call for each terminal, pressing again changes nothing. */
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
  const help = state.help.open.find((one) => one.id === command.helpId)
  if (!help) return refuse('already-so')
  if (command.type === 'finish-help') return accept([{ type: 'help-finished', helpId: help.id }])
  return help.answeredBy === null
    ? accept([{ type: 'help-answered', helpId: help.id, by: actor }])
    : refuse('already-so')
}
