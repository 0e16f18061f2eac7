import zh from '../../../assets/locales/zh-Hans/manage/staff.json' with { type: 'json' }
import { dayAt, timeAt } from '../../../gateway/contract/hall-time.ts'
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('manage/staff', zh)

/** 今天 08:12, or 3月16日 16:58, in the hall's zone. */
export function whenWords(at: number, timeZone: string, now: number): string {
  const [day = '', clock = ''] = timeAt(at, timeZone).split(' ')
  const short = clock.slice(0, 5)
  if (day === dayAt(now, timeZone)) return say('today', { clock: short })
  return say('day', { month: Number(day.slice(5, 7)), day: Number(day.slice(8)), clock: short })
}
