import { minuteOf } from '../../contract/hall-time.ts'
import type { HallModel } from '../hall-model.ts'
import { hoursOf } from '../line/open-hours.ts'

/**
 * Can a wait that begins now and may last so many minutes be told? Not when the queue's lunch break falls into it, and not when it
 * is likely to reach beyond the hour at which the hall's day ends. A demo hall has no hours. `minute` of the day in the hall.
 */
export function isKnowable(
  hallModel: HallModel,
  queueId: string,
  minute: number,
  { shown, high }: { shown: number; high: number },
): boolean {
  if (hallModel.alwaysOpen) return true
  const { lunch } = hoursOf(hallModel, hallModel.queues.get(queueId) ?? null)
  if (lunch && minute < minuteOf(lunch.to) && minute + high > minuteOf(lunch.from)) return false
  return minute + shown <= minuteOf(hallModel.hall.dayClose?.at ?? hallModel.hall.hours.close)
}
