import { minuteAt } from '../../contract/hall-time.ts'
import { countersOf } from '../counters/serving.ts'
import { counterState } from '../counters/state.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { YOUNG, meanService } from './costs-of.ts'
import { type HallSample, hallSample } from './hall-sample.ts'
import { isKnowable } from './knowable.ts'
import { learntWait } from './learnt-wait.ts'
import { type QueueLessons, lessonsOf } from './queue-lessons.ts'
import { type KeptReplay, callIn, replayNow } from './replay-now.ts'
import { shownBand, spreadOf } from './shown-band.ts'
import { stalledMinutes } from './stalled.ts'
import { type Forecast, freshMemory } from './wait-memory.ts'

/** The waits of one queue at one minute: what all of its tickets share is worked out once. */
export interface QueueWaits {
  /** Of a ticket with `ahead` people before; `ticketId` null = of who comes now. null = cannot be known. */
  of(ahead: number, ticketId: string | null): Forecast | null
  /** What it rests on: waits that rest on the same are the same. */
  readonly basis: readonly (number | null | KeptReplay | QueueLessons | HallSample)[]
  /** Minutes for which nobody has been called although counters are open; null = they call. */
  readonly stalled: number | null
}

/**
 * Two estimates, minutes per place (E1) and the order of calling played forward, are mixed by how near each was lately in this queue:
 * the one that erred twice as much counts half; what the hall learnt from its past days is shown instead while it beats that. Nothing
 * is known when no counter of the queue is open, when those that are open call nobody, or when the wait would reach into lunch or beyond the end of the day.
 * `now` in epoch ms; waits are those of the minute that it lies in.
 */
export function queueWaits(hallModel: HallModel, state: OfficeState, queueId: string, now: number): QueueWaits {
  const counters = countersOf(hallModel, state, queueId)
  const open = counters.filter(({ id }) => counterState(state, id).state === 'open').length
  const queue = hallModel.queues.get(queueId)
  if (!queue || open === 0) return { of: () => null, stalled: null, basis: [0] }
  const at = Math.floor(now / 60_000) * 60_000
  const stalled = stalledMinutes(hallModel, state, queueId, at)
  if (stalled !== null) return { of: () => null, stalled, basis: [open, stalled] }
  const memory = state.waits.memory.get(queueId) ?? freshMemory()
  const lessons = lessonsOf(memory)
  const sample = hallSample(hallModel, state, at)
  const replay = replayNow(hallModel, state, queueId, at)
  const minute = minuteAt(at, hallModel.hall.timeZone)
  const known = memory.perPlace.length
  const perPlace = (lessons.perPlace * known + (queue.minutes / open) * YOUNG) / (known + YOUNG)
  const share = memory.error.place / (memory.error.place + memory.error.replay)
  const usual = memory.open
  const service = meanService(hallModel, state, queueId, at)
  return {
    stalled,
    basis: [open, stalled, replay, lessons, sample, perPlace, share, usual, service],
    of(ahead, ticketId) {
      const place = perPlace * (ahead + 1)
      const played = callIn(replay, queueId, ahead, ticketId) ?? place
      const mixed = Math.min(300, between(place, played, share))
      const learnt = learntWait(state.waits.lessons, { place, replay: played, ahead, open, minute }, mixed)
      const shown = learnt !== null && sample.trusted ? learnt : mixed
      const spread = spreadOf({ place, replay: played, shown, service, open, usual })
      const band = shownBand(shown, spread, lessons.errors, sample.errors)
      if (!isKnowable(hallModel, queueId, minute, { shown, high: band.high })) return null
      return {
        place,
        replay: played,
        mixed,
        learnt,
        shown,
        low: band.low,
        high: band.high,
        spread,
        open,
        ahead,
        minute,
      }
    },
  }
}

const between = (place: number, replay: number, share: number): number =>
  Math.exp(share * Math.log(replay + 3) + (1 - share) * Math.log(place + 3)) - 3
