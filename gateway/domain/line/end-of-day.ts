import { addDays, epochOf } from '../../contract/hall-time.ts'
import type { HallModel } from '../hall-model.ts'

const ends = new WeakMap<HallModel, { day: string; at: number }>()

/** The last millisecond of a day's numbers, epoch ms: the hall's hour of closing the day, else midnight. A demo hall closes at midnight. */
export function endOfDay(hallModel: HallModel, day: string): number {
  const known = ends.get(hallModel)
  if (known?.day === day) return known.at
  const { dayClose, timeZone } = hallModel.hall
  const closes = !hallModel.alwaysOpen && dayClose !== null ? epochOf(day, dayClose.at, timeZone) : null
  const at = (closes ?? epochOf(addDays(day, 1), '00:00', timeZone)) - 1
  ends.set(hallModel, { day, at })
  return at
}
