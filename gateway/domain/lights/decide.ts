import type { Command, Report } from '../../contract/commands.ts'
import type { LightChange } from '../../contract/lights.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { OfficeEvent } from '../events.ts'
import type { OfficeState } from '../office-state.ts'
import { chiefOf } from '../roster/on-duty.ts'
import { type LightsState, lightNow } from './state.ts'

type LightCommand = Extract<Command | Report, { type: 'report-lights' | 'urge-case' | 'answer-case' }>

/**
 * What was counted becomes a fact only where it differs from what is known, so counting twice writes nothing. Refuses to urge or to answer about a
 * case whose light is green.
 */
export function runLights(state: OfficeState, command: LightCommand, moment: Moment): Decision {
  if (command.type === 'report-lights') {
    const changes = command.changes.filter((change) => isNews(state.lights, change))
    return accept(changes.map((change): OfficeEvent => ({ type: 'light-changed', ...change })))
  }
  const known = state.lights.watched.get(command.caseId)
  if (!known || known.light === 'green') return refuse('no-light')
  if (command.type === 'answer-case')
    return accept([{ type: 'case-answered', caseId: known.caseId, by: command.by, words: command.words }])
  const to = chiefOf(state.roster, known.departmentName, moment.day) ?? known.departmentName
  return accept([{ type: 'case-urged', caseId: known.caseId, to, words: command.words }])
}

/** Another light, or the same for another reason. The day on which a clock that stands is due moves by itself. */
export function isNews(lights: LightsState, { caseId, to, why, step, dueOn }: LightChange): boolean {
  const known = lights.watched.get(caseId)
  if (to === 'closed') return known !== undefined
  if (lightNow(lights, caseId) !== to) return true
  if (known === undefined || to === 'green') return false
  return known.why !== why || known.step !== step || (to !== 'paused' && known.dueOn !== dueOn)
}
