import type { HolidayCalendar } from '../../contract/calendar.ts'
import type { Light } from '../../contract/cases.ts'
import type { LightWhy } from '../../contract/lights.ts'
import { type DueDay, addWorkingDays, workingDaysBetween } from '../../contract/working-days.ts'
import { type Pause, countedDays, pauseOn } from './count-days.ts'

const YELLOW_LEFT = 1
const YELLOW_USED = 0.8

/** A limit that runs: of a whole case, of one step, of one leg. Days as 2026-03-18. */
export interface LimitClock {
  /** The day of acceptance, which does not count. */
  readonly from: string
  /** Working days; 0 = the same day. */
  readonly limitDays: number
  /** null = it runs still. */
  readonly endedOn: string | null
  readonly pauses: readonly Pause[]
}

/** What a clock shows on a day. */
export interface ClockFace {
  readonly light: Light
  readonly why: LightWhy
  /** Working days; `left` below zero = over. */
  readonly used: number
  readonly left: number
  readonly pausedDays: number
  /** The special procedure that stops it on this day. */
  readonly procedure: string | null
  /** Since when. */
  readonly pausedFrom: string | null
  /** `approximate`: some day lies in a year whose holidays are not known. */
  readonly dueOn: DueDay
}

/** Yellow when at most 1 working day is left or 80 % are used; red when over. `used` and `limit` in working days. */
export function lightOf(used: number, limit: number): Exclude<Light, 'paused'> {
  return whyOf(used, limit) === 'overdue' ? 'red' : whyOf(used, limit) === 'in-time' ? 'green' : 'yellow'
}
function whyOf(used: number, limit: number): 'overdue' | 'in-time' | 'last-day' | 'four-fifths' {
  if (used > limit) return 'overdue'
  // On-the-spot matters are due the same day: that day is neither late nor a warning.
  if (limit === 0) return 'in-time'
  if (limit - used <= YELLOW_LEFT) return 'last-day'
  return used / limit >= YELLOW_USED ? 'four-fifths' : 'in-time'
}

/**
 * A clock on `today`, from its record and the calendar alone: whoever counts again, however often, gets the same. A pause that begins when the
 * limit is over heals nothing.
 */
export function clockFace(clock: LimitClock, today: string, calendar: HolidayCalendar): ClockFace {
  const { from, limitDays, endedOn, pauses } = clock
  const end = endedOn ?? today
  const used = countedDays(from, end, pauses, calendar)
  const pausedDays = Math.max(0, workingDaysBetween(from, end, calendar)) - used
  const due = dueDay(clock, end, calendar)
  const approximate = due.approximate || (end > from && !calendar.years.includes(end.slice(0, 4)))
  const pause = endedOn === null ? pauseOn(today, pauses) : null
  const shown = { pausedFrom: null, used, left: limitDays - used, pausedDays, dueOn: { day: due.day, approximate } }
  if (endedOn !== null) {
    const isLate = used > limitDays
    return { ...shown, light: isLate ? 'red' : 'green', why: isLate ? 'ended-late' : 'ended-in-time', procedure: null }
  }
  if (pause !== null && used <= limitDays)
    return { ...shown, light: 'paused', why: 'special-procedure', procedure: pause.name, pausedFrom: pause.from }
  return { ...shown, light: lightOf(used, limitDays), why: whyOf(used, limitDays), procedure: null }
}

/** The last day of the limit; a pause that still goes on is counted up to `end`, since nobody knows when it is over. */
function dueDay({ from, limitDays, pauses }: LimitClock, end: string, calendar: HolidayCalendar): DueDay {
  const known = pauses.map((pause) => ({ ...pause, until: pause.until ?? end }))
  let due: DueDay = { day: from, approximate: false }
  for (let left = limitDays; left > 0; ) {
    const next = addWorkingDays(due.day, 1, calendar)
    due = { day: next.day, approximate: due.approximate || next.approximate }
    if (pauseOn(due.day, known) === null) left -= 1
  }
  return due
}

const severity: Record<Light, number> = { green: 0, paused: 0, yellow: 1, red: 2 }
/** How bad a light is: a clock that stands is no worse than one in time. */
export const severityOf = (light: Light): number => severity[light]
