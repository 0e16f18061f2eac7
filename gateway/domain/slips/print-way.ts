import type { Command } from '../../contract/commands.ts'
import { findWished } from '../../contract/ways/wished-way.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'

/**
 * The way from a terminal to a counter, a zone or a place, on paper. Only the goal is ordered: the words are made when it is printed. Like
 * a list it is not kept waiting. Refuses an unknown terminal, a goal to which the plan knows no way, and a terminal whose own printer is
 * not there or switched off.
 */
export function printWay(
  { hall }: HallModel,
  { devices }: OfficeState,
  { terminalId, goal, stepFree, language }: Extract<Command, { type: 'print-way' }>,
): Decision {
  const terminal = hall.terminals.find((one) => one.id === terminalId)
  if (!terminal) return refuse('unknown-terminal', { terminalId })
  if (!findWished(hall, { terminal: terminalId, goal, stepFree })) return refuse('way-not-drawn')
  if (terminal.printer === null) return refuse('no-printer', { terminalId })
  if (devices.off.has(terminal.printer)) return refuse('printer-off', { printer: terminal.printer })
  return accept([{ type: 'way-ordered', terminalId, printerId: terminal.printer, goal, stepFree, language }])
}
