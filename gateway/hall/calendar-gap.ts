import type { HolidayCalendar } from '../contract/calendar.ts'

/**
 * What is missing of the holidays, in words; null = nothing. The State Council tells next year's in November; until the file is there, every day
 * of that year counts by its weekday. `today` = 2026-11-28.
 */
export function calendarGap({ years }: HolidayCalendar, today: string): string | null {
  const year = Number(today.slice(0, 4))
  const wanted = [year, ...(today.slice(5) >= '11-01' ? [year + 1] : [])]
  const absent = wanted.filter((one) => !years.includes(String(one)))
  if (absent.length === 0) return null
  const files = absent.map((one) => `holiday-cn-${one}.json`).join('、')
  return `${absent.join('、')} 年的节假日和调休还没有，那一年只按星期几算。请把 ${files} 放进大厅文件夹的 calendar 里，再重新启动。`
}
