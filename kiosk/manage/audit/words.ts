import zh from '../../../assets/locales/zh-Hans/manage/audit.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('manage/audit', zh)

/** 3月18日, of a day as 2026-03-18. */
export const dateName = (day: string): string =>
  say('date', { month: Number(day.slice(5, 7)), date: Number(day.slice(8)) })
/** 2025年9月1日 */
export const yearDateName = (day: string): string =>
  say('yearDate', { year: day.slice(0, 4), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) })
