import type { HolidayCalendar } from './calendar.ts'
import type { LimitUnit } from './matter.ts'

/** A day as 2026-03-18; `approximate` = some day lies in a year whose calendar is not published, where only weekends were left out. */
export interface DueDay {
  day: string
  approximate: boolean
}

const DAY_MS = 86_400_000
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10)
/** 1970-01-01 was a Thursday; 0 = Sunday. */
const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7

/** A calendar as it is asked: thousands of days for each count of the lights. */
const asked = new WeakMap<HolidayCalendar, { off: ReadonlySet<string>; work: ReadonlySet<string> }>()
function daysOf(calendar: HolidayCalendar): { off: ReadonlySet<string>; work: ReadonlySet<string> } {
  const known = asked.get(calendar)
  if (known) return known
  const made = { off: new Set(calendar.off), work: new Set(calendar.work) }
  asked.set(calendar, made)
  return made
}

/** Whether offices work: weekdays without statutory holidays, and weekend days that the calendar makes working days (行政许可法 82). */
export function isWorkingDay(day: string, calendar: HolidayCalendar): boolean {
  const { off, work } = daysOf(calendar)
  if (off.has(day)) return false
  const weekday = weekdayOf(numberOf(day))
  return (weekday !== 0 && weekday !== 6) || work.has(day)
}

/** The nth working day after `day`; `day` itself does not count (行政许可法 82 with 民法典 201). */
export function addWorkingDays(day: string, count: number, calendar: HolidayCalendar): DueDay {
  let at = numberOf(day)
  let approximate = false
  for (let left = count; left > 0; ) {
    at += 1
    const next = dayOf(at)
    if (!calendar.years.includes(next.slice(0, 4))) approximate = true
    if (isWorkingDay(next, calendar)) left -= 1
  }
  return { day: dayOf(at), approximate }
}

/** Calendar days; a limit that ends on a day off ends on the next working day (民法典 203). */
export function addNaturalDays(day: string, count: number, calendar: HolidayCalendar): DueDay {
  const end = dayOf(numberOf(day) + count)
  if (count === 0 || isWorkingDay(end, calendar))
    return { day: end, approximate: !calendar.years.includes(end.slice(0, 4)) }
  return addWorkingDays(end, 1, calendar)
}

/** Months end on the day of the same number, or on the month's last (民法典 202); on a day off, on the next working day. */
export function addMonths(day: string, months: number, calendar: HolidayCalendar): DueDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  const end = Date.UTC(year, month - 1 + months, Math.min(date, last))
  return addNaturalDays(day, end / DAY_MS - numberOf(day), calendar)
}

/** Working days from the day after `from` up to and with `to`; negative when `to` lies before. */
export function workingDaysBetween(from: string, to: string, calendar: HolidayCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let at = numberOf(from) + 1; at <= numberOf(to); at += 1) if (isWorkingDay(dayOf(at), calendar)) count += 1
  return count
}

/** A limit of any unit in working days, from the day of acceptance on; a working day has eight hours. */
export function inWorkingDays(
  acceptedOn: string,
  { days, unit }: { days: number; unit: LimitUnit },
  calendar: HolidayCalendar,
): number {
  const whole = Math.ceil(days)
  switch (unit) {
    case '工作日':
      return whole
    case '小时':
      return Math.ceil(days / 8)
    case '自然日':
      return workingDaysBetween(acceptedOn, addNaturalDays(acceptedOn, whole, calendar).day, calendar)
    case '月':
      return workingDaysBetween(acceptedOn, addMonths(acceptedOn, whole, calendar).day, calendar)
    case '年':
      return workingDaysBetween(acceptedOn, addMonths(acceptedOn, Math.ceil(days * 12), calendar).day, calendar)
  }
}
