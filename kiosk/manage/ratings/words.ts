import zh from '../../../assets/locales/zh-Hans/manage/ratings.json' with { type: 'json' }
import { clockAt, dayAt } from '../../../gateway/contract/hall-time.ts'
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('manage/ratings', zh)

/** 4月7日, of a day as 2026-04-07. */
export const dayName = (day: string): string =>
  say('day', { month: Number(day.slice(5, 7)), date: Number(day.slice(8)) })
export const momentName = (at: number, timeZone: string): string =>
  `${dayName(dayAt(at, timeZone))} ${clockAt(at, timeZone)}`
