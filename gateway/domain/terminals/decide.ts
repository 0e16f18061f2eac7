import type { Command } from '../../contract/commands.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'

/** What a terminal tells of a visit that is over. Refuses a terminal that the hall does not have. */
export function tellUse(
  { hall }: HallModel,
  { terminalId, searches, empty }: Extract<Command, { type: 'tell-use' }>,
): Decision {
  if (!hall.terminals.some(({ id }) => id === terminalId)) return refuse('unknown-terminal', { terminalId })
  return accept([{ type: 'terminal-used', terminalId, searches, empty: Math.min(searches, empty) }])
}
