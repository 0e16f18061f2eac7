import type { Command } from '../../contract/commands.ts'
import { addDays } from '../../contract/hall-time.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import { MOST_DAYS } from '../../contract/roster.ts'
import type { HallModel } from '../hall-model.ts'

/** Refuses a day outside of what is set, days in the wrong order and a department that the hall does not have. */
export function setRoster(hallModel: HallModel, command: Extract<Command, { type: 'set-roster' }>): Decision {
  const { from, until, duties } = command
  if (until < from || until > addDays(from, MOST_DAYS)) return refuse('roster-days')
  const names = new Set(hallModel.departmentNames.values())
  for (const { day, departmentName } of duties) {
    if (day < from || day > until) return refuse('roster-days')
    if (departmentName !== null && !names.has(departmentName)) return refuse('unknown-department', { departmentName })
  }
  return accept([{ type: 'roster-set', from, until, duties }])
}
