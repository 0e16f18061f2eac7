import { addDays } from '../../contract/hall-time.ts'
import type { Duty } from '../../contract/roster.ts'
import type { RosterEvent } from './events.ts'

/** Duties by day. What is older than this is in the log alone. */
export interface RosterState {
  byDay: Map<string, Duty[]>
}
const KEPT_DAYS = 60

export const noRoster = (): RosterState => ({ byDay: new Map() })

/** Works in place, like all of evolve. */
export function evolveRoster(roster: RosterState, { from, until, duties }: RosterEvent): void {
  for (const day of [...roster.byDay.keys()]) if (day >= from && day <= until) roster.byDay.delete(day)
  for (const duty of duties) roster.byDay.set(duty.day, [...(roster.byDay.get(duty.day) ?? []), duty])
}

export function forgetOldDuties(roster: RosterState, today: string): void {
  const oldest = addDays(today, -KEPT_DAYS)
  for (const day of [...roster.byDay.keys()]) if (day < oldest) roster.byDay.delete(day)
}
