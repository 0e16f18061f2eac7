import type { LightChange } from '../../contract/lights.ts'

/** Facts about the lights of cases. A light has no other way to change. */
export type LightEvent =
  | ({ type: 'light-changed' } & LightChange)
  /** `to`: the chief representative of that day, or the department. */
  | { type: 'case-urged'; caseId: string; to: string; words: string | null }
  | { type: 'case-answered'; caseId: string; by: string; words: string }
