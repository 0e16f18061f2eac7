import { dayAt, timeAt } from '../../../gateway/contract/hall-time.ts'
import { say } from './words.ts'

/** A moment as the board says it: 10:31:05 today, 3月18日 10:31 on another day, in the hall's zone. */
export function momentWords(at: number, timeZone: string, now: number): string {
  const [day = '', clock = ''] = timeAt(at, timeZone).split(' ')
  if (day === dayAt(now, timeZone)) return clock
  return say('day', {
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8)),
    clock: clock.slice(0, 5),
  })
}
