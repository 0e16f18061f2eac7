import { minuteOf } from '../../contract/hall-time.ts'
import type { Duty, DutyPost } from '../../contract/roster.ts'
import type { RosterState } from './state.ts'

/** Who holds a post on a day; with `minute` (of the day) only whose shift it is then. */
export const onDuty = (roster: RosterState, post: DutyPost, day: string, minute: number | null = null): Duty[] =>
  (roster.byDay.get(day) ?? []).filter(
    (duty) =>
      duty.post === post &&
      (minute === null || (minute >= minuteOf(duty.from ?? '00:00') && minute < minuteOf(duty.until ?? '24:00'))),
  )

/** The chief representative of a department on a day; null = the roster names none. */
export const chiefOf = (roster: RosterState, departmentName: string, day: string): string | null =>
  onDuty(roster, 'chief', day).find((duty) => duty.departmentName === departmentName)?.name ?? null
