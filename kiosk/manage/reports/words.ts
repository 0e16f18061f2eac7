import zh from '../../../assets/locales/zh-Hans/manage/reports.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say, list } = pageWords('manage/reports', zh)

/** 09:30 of a half hour of the day. */
export const clockOf = (half: number): string =>
  `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
/** 3,012 */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-US')
/** Minutes or another figure in a table; null = there is nothing to say it of. */
export const figure = (value: number | null): string =>
  value === null ? '—' : Number.isInteger(value) ? whole(value) : value.toFixed(1)
/** 0.812 → 81 */
export const percent = (share: number | null): string => (share === null ? '—' : String(Math.round(share * 100)))
