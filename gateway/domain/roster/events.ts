import type { Duty } from '../../contract/roster.ts'

/** Who is on duty on the days from `from` to `until` is known anew. */
export type RosterEvent = { type: 'roster-set'; from: string; until: string; duties: Duty[] }
