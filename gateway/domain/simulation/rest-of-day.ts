import { minuteOf } from '../../contract/hall-time.ts'
import type { HallModel } from '../hall-model.ts'
import { hoursOf } from '../line/open-hours.ts'
import type { OfficeState } from '../office-state.ts'
import type { Chance } from './chance.ts'
import { type ArrivalProfile, halfHours } from './day-plan.ts'

/** Share of a day that the usual day is worth against what came today. */
const USUAL_WORTH = 0.15

/**
 * Who is still expected at a queue today, by half hour: `[minute of day, how many]`. Reckoned from who came so far, from the usual day
 * of this hall, and from the shape of a day. `minute` = now.
 */
export function expectedArrivals(
  hallModel: HallModel,
  state: OfficeState,
  profile: ArrivalProfile,
  queueId: string,
  minute: number,
): [number, number][] {
  const { open, lastTicket } = hoursOf(hallModel, hallModel.queues.get(queueId) ?? null)
  const halves = halfHours(profile, minuteOf(open), minuteOf(lastTicket))
  const gone = (from: number): number => Math.max(0, Math.min(1, (minute - from) / 30))
  const soFar = halves.reduce((sum, [from, share]) => sum + share * gone(from), 0)
  const given = state.line.given.get(queueId) ?? 0
  const usual = state.line.usualDay.get(queueId)
  const day = usual === undefined ? given / Math.max(0.1, soFar) : (given + USUAL_WORTH * usual) / (soFar + USUAL_WORTH)
  return halves.filter(([from]) => gone(from) < 1).map(([from, share]) => [from, day * share * (1 - gone(from))])
}

/** By chance, earliest first, minutes of the day. */
export function drawArrivals(
  expected: readonly (readonly [number, number])[],
  minute: number,
  chance: Chance,
): number[] {
  return expected
    .flatMap(([from, many]) => {
      const begin = Math.max(from, minute)
      return Array.from({ length: Math.floor(many + chance.share()) }, () => chance.between(begin, from + 30))
    })
    .sort((one, other) => one - other)
}
