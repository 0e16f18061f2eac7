import type { HallClock } from '../clock.ts'
import { addDays, clockAt, dayAt, epochOf } from '../contract/hall-time.ts'
import { isOpenOn } from '../domain/line/open-hours.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { monotonic, wallTime } from '../time.ts'

/** The morning that is played, by the hall's clock. Doors open a few minutes after it begins. */
export const MORNING = { from: '08:50', to: '11:45' } as const

/** A clock of the sample hall's own: it is always morning there. It only goes forward. */
export interface SampleClock extends HallClock {
  /** Goes on from a later moment, epoch ms. */
  moveTo(at: number): void
}

/** `from`: epoch ms. It goes as fast as time does. */
export function sampleClock(from: number, ticks: () => number = monotonic): SampleClock {
  let base = { at: from, tick: ticks() }
  const now = (): number => Math.floor(base.at + ticks() - base.tick)
  return {
    now,
    wall: now,
    doubt: () => null,
    trust() {},
    moveTo(at) {
      if (at > now()) base = { at, tick: ticks() }
    },
  }
}

/**
 * Where the morning goes on, epoch ms: where the log stopped if that was in a morning, else at the beginning of the next one. `newestAt`: of the
 * log, epoch ms; null = nothing has happened yet.
 */
export function morningAfter(hallModel: HallModel, newestAt: number | null, today = wallTime()): number {
  const { timeZone } = hallModel.hall
  const day = dayAt(Math.max(today, newestAt ?? 0), timeZone)
  if (newestAt !== null && dayAt(newestAt, timeZone) === day) {
    const clock = clockAt(newestAt, timeZone)
    if (clock >= MORNING.from) return clock < MORNING.to ? newestAt : nextMorning(hallModel, addDays(day, 1))
  }
  return nextMorning(hallModel, day)
}

/** The beginning of the first working morning from a day on, epoch ms. */
export function nextMorning(hallModel: HallModel, from: string): number {
  let day = from
  for (let ahead = 0; ahead < 21 && !isOpenOn({ ...hallModel, alwaysOpen: false }, day); ahead++) day = addDays(day, 1)
  return epochOf(day, MORNING.from, hallModel.hall.timeZone)
}
