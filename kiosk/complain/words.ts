import en from '../../assets/locales/en/complain.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/complain.json' with { type: 'json' }
import { clockAt, dayAt } from '../../gateway/contract/hall-time.ts'
import { pageWords } from '../../display/shared/page-words.ts'

export const { say } = pageWords('complain', zh, { en })

/** 4月7日, of a day as 2026-04-07. */
export const dayName = (day: string): string =>
  say('day', { month: Number(day.slice(5, 7)), date: Number(day.slice(8)) })
/** 3/16 15:08 */
export function momentName(at: number, timeZone: string): string {
  const day = dayAt(at, timeZone)
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))} ${clockAt(at, timeZone)}`
}
