import { addDays, weekdayOf } from './hall-time.ts'

const weekdayNames = ['', '一', '二', '三', '四', '五', '六', '日'] as const

/** A day as people say it on another day: 今天, 明天, 3 月 23 日星期一. */
export function dayWords(day: string, today: string): string {
  if (day === today) return '今天'
  if (day === addDays(today, 1)) return '明天'
  return `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日星期${weekdayNames[weekdayOf(day)]}`
}

/** 明天 09:00; in English tomorrow at 09:00. */
export function whenWords(day: string, clock: string, today: string, isEnglish: boolean): string {
  if (!isEnglish) return `${dayWords(day, today)} ${clock}`
  const named = day === today ? 'today' : day === addDays(today, 1) ? 'tomorrow' : `on ${day}`
  return `${named} at ${clock}`
}
