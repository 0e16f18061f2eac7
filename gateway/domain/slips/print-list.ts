import type { Command } from '../../contract/commands.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'

/**
 * A list of materials for a visitor to take home. Like a test page it is not kept waiting: who asked for it stands there now. Refuses
 * an unknown terminal, matter or flow, and a terminal whose own printer is not there or switched off.
 */
export function printList(
  { hall, matters }: HallModel,
  { devices }: OfficeState,
  { terminalId, matterId, flowId, answers, brought }: Extract<Command, { type: 'print-list' }>,
): Decision {
  const terminal = hall.terminals.find((one) => one.id === terminalId)
  if (!terminal) return refuse('unknown-terminal', { terminalId })
  const known = matterId === null ? hall.flows.some((flow) => flow.id === flowId) : matters.has(matterId)
  if (!known) return refuse('unknown-matter', { matterId: matterId ?? flowId })
  if (terminal.printer === null) return refuse('no-printer', { terminalId })
  if (devices.off.has(terminal.printer)) return refuse('printer-off', { printer: terminal.printer })
  return accept([
    {
      type: 'list-ordered',
      terminalId,
      printerId: terminal.printer,
      matterId,
      flowId: matterId === null ? flowId : null,
      answers,
      brought,
    },
  ])
}
