import type { HolidayCalendar } from '../contract/calendar.ts'

/**
 * The years whose holidays are missing: this one, and from November on the next, for then the State Council tells it. Until the file is there,
 * every day of such a year counts by its weekday. `today` = 2026-11-28.
 */
export function missingYears({ years }: HolidayCalendar, today: string): string[] {
  const year = Number(today.slice(0, 4))
  const wanted = [year, ...(today.slice(5) >= '11-01' ? [year + 1] : [])].map(String)
  return wanted.filter((one) => !years.includes(one))
}

/** What is missing, and what to do about it; the board has its own place for each. */
export const calendarGapWord = (years: readonly string[]): string => `${years.join('、')} 年的节假日和调休还没有`
export function calendarGapTodo(years: readonly string[]): string {
  const files = years.map((one) => `holiday-cn-${one}.json`).join('、')
  return `那一年只按星期几算，也不能预约。请把 ${files} 放进大厅文件夹的 calendar 里，再重新启动。`
}

/** The same in one line, for `check` and the log of the start; null = nothing is missing. */
export function calendarGap(calendar: HolidayCalendar, today: string): string | null {
  const absent = missingYears(calendar, today)
  return absent.length === 0 ? null : `${calendarGapWord(absent)}，${calendarGapTodo(absent)}`
}
