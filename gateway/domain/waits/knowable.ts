import { minuteAt } from '../appointments/hall-time.ts'
import type { House } from '../house.ts'
import { hoursOf, minuteOf } from '../line/open-hours.ts'

/**
 * Can a wait that begins now and may last so many minutes be told? Not when the queue's lunch break falls into it, and not when it
 * is likely to reach beyond the hour at which the hall's day ends. A demo hall has no hours. `now` in epoch ms.
 */
export function isKnowable(
  house: House,
  queueId: string,
  now: number,
  { shown, high }: { shown: number; high: number },
): boolean {
  if (house.alwaysOpen) return true
  const minute = minuteAt(now, house.hall.timeZone)
  const { lunch } = hoursOf(house, house.queues.get(queueId) ?? null)
  if (lunch && minute < minuteOf(lunch.to) && minute + high > minuteOf(lunch.from)) return false
  return minute + shown <= minuteOf(house.hall.dayClose?.at ?? house.hall.hours.close)
}
