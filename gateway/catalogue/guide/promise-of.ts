import type { HolidayCalendar } from '../../contract/calendar.ts'
import type { Guide } from '../../contract/matter.ts'
import { addMonths, addNaturalDays, addWorkingDays } from '../../contract/working-days.ts'

/** `kind`: how the day came about. `on-the-spot` = done while you wait; the others are the last day (提交后最迟 … 办结). */
export interface Promise {
  kind: 'on-the-spot' | 'promised' | 'statutory'
  /** 2026-11-28 */
  day: string
  /** The year's holidays are not published yet: say 约. */
  approximate: boolean
}

/**
 * By when a matter handed in today is decided: the promised limit, else the statutory one; null when the guide says neither, says more than a
 * number, or counts hours.
 * The day of acceptance does not count. Time under a special procedure comes on top and is not in it (行政许可法 45).
 */
export function promiseOf(guide: Guide, today: string, calendar: HolidayCalendar): Promise | null {
  if (guide.promisedDays === 0) return { kind: 'on-the-spot', day: today, approximate: false }
  const promised = guide.promisedDays !== null
  const days = guide.promisedDays ?? guide.statutoryDays
  if (days === null) return null
  // A promise that is more than a number is not replaced by the statutory limit.
  if (!promised && guide.promisedNote !== null) return null
  const unit = promised ? guide.promisedUnit : guide.statutoryUnit
  const whole = Math.ceil(days)
  const kind = promised ? 'promised' : 'statutory'
  switch (unit) {
    case '工作日':
      return { kind, ...addWorkingDays(today, whole, calendar) }
    case '自然日':
      return { kind, ...addNaturalDays(today, whole, calendar) }
    case '月':
      return { kind, ...addMonths(today, whole, calendar) }
    case '年':
      return { kind, ...addMonths(today, Math.ceil(days * 12), calendar) }
    case '小时':
      return null
  }
}
