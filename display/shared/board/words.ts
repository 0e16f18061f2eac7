import zh from '../../../assets/locales/zh-Hans/board.json' with { type: 'json' }
import { pageWords } from '../page-words.ts'

export const { say } = pageWords('board', zh)

/** Whole minutes between two epoch ms, never below 0. */
export const minutesSince = (from: number, now: number): number => Math.max(0, Math.floor((now - from) / 60_000))
