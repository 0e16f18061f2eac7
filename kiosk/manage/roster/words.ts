import zh from '../../../assets/locales/zh-Hans/manage/roster.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('manage/roster', zh)

/** 3月18日 of 2026-03-18. */
export const dateWords = (day: string): string =>
  say('date', { month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) })
