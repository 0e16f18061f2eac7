import type { Report } from '../../contract/commands.ts'
import { type Decision, accept } from '../decision.ts'
import type { RegisterState } from './state.ts'

/** A change of the register that is on disk there already is only recorded, once: after a power cut it may come again. */
export function recordRegister(
  { recorded }: RegisterState,
  { changeId, change, doneAt, whileAway }: Extract<Report, { type: 'record-register' }>,
): Decision {
  return accept(recorded.includes(changeId) ? [] : [{ ...change, changeId, doneAt, whileAway }])
}
