import en from '../../assets/locales/en/book.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/book.json' with { type: 'json' }
import { pageWords } from '../../display/shared/page-words.ts'

export const { say, list } = pageWords('book', zh, { en })

/** How many places are left: 余 3, 约满. */
export const leftWords = (left: number): string => (left === 0 ? say('full') : say('left', { left }))

/** 2026-11-28 → 11 月 28 日. */
export const dayWords = (day: string): string =>
  say('onDay', { month: Number(day.slice(5, 7)), day: Number(day.slice(8)) })
