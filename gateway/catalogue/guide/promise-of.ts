import type { HolidayCalendar } from '../../contract/calendar.ts'
import type { Guide } from '../../contract/matter.ts'
import { addNaturalDays, addWorkingDays } from './working-days.ts'

/** `kind`: how the day came about. `on-the-spot` = done while you wait; the others are the last day (提交后最迟 … 办结). */
export interface Promise {
  kind: 'on-the-spot' | 'promised' | 'statutory'
  /** 2026-11-28 */
  day: string
  /** The year's holidays are not published yet: say 约. */
  approximate: boolean
}

/**
 * By when a matter handed in today is decided: the promised limit, else the statutory one; null when the guide says neither.
 * The day of acceptance does not count. Time under a special procedure comes on top and is not in it (行政许可法 45).
 */
export function promiseOf(guide: Guide, today: string, calendar: HolidayCalendar): Promise | null {
  if (guide.promisedDays === 0) return { kind: 'on-the-spot', day: today, approximate: false }
  const promised = guide.promisedDays !== null
  const days = guide.promisedDays ?? guide.statutoryDays
  if (days === null) return null
  const add = (promised ? guide.promisedUnit : guide.statutoryUnit) === '自然日' ? addNaturalDays : addWorkingDays
  return { kind: promised ? 'promised' : 'statutory', ...add(today, Math.ceil(days), calendar) }
}
