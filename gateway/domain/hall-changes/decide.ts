import type { SettingsReport } from '../../contract/hall-settings.ts'
import { type Decision, type Moment, accept } from '../decision.ts'

/** What is written already is only recorded. */
export function recordHallChange({ type: _, ...change }: SettingsReport, { newId }: Moment): Decision {
  return accept([{ type: 'hall-changed', changeId: newId(), ...change }])
}
