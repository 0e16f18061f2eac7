import { isWithin } from '../../contract/day-span.ts'
import { minuteAt, minuteOf } from '../../contract/hall-time.ts'
import { counterState } from '../counters/state.ts'
import { countersOf } from '../counters/serving.ts'
import type { HallModel } from '../hall-model.ts'
import { hoursOf } from '../line/open-hours.ts'
import { lineOf } from '../line/state.ts'
import type { OfficeState } from '../office-state.ts'
import { usualService } from './costs-of.ts'
import { minutesBetween } from './hall-sample.ts'

/** Shortest silence that contradicts open counters, minutes; and how many calls must be missing. */
const LEAST = 20
const MISSING_CALLS = 3
/** Told in steps, so that words do not change with every minute. */
const STEP = 5

/**
 * Whether what is seen contradicts that open counters call: somebody waits, and for twenty minutes (of few counters or long services:
 * three services' time) none of the queue's open counters has called or opened. For how many minutes, in steps of 5; null = they call.
 * `at` epoch ms.
 */
export function stalledMinutes(hallModel: HallModel, state: OfficeState, queueId: string, at: number): number | null {
  const open = countersOf(hallModel, state, queueId)
    .map(({ id }) => counterState(state, id))
    .filter((counter) => counter.state === 'open')
  if (open.length === 0) return null
  const waitsSince = lineOf(state, queueId).reduce(
    // Nobody calls who has not come.
    (first, id) => (state.line.absent.has(id) ? first : Math.min(first, state.line.tickets.get(id)?.takenAt ?? first)),
    Number.POSITIVE_INFINITY,
  )
  const since = open.reduce((last, { quietSince }) => Math.max(last, quietSince ?? 0), waitsSince)
  const least = Math.max(LEAST, (MISSING_CALLS * usualService(hallModel, state, queueId)) / open.length)
  const minutes = Math.min(minutesBetween(since, at), minutesAfterLunch(hallModel, queueId, at))
  return minutes < least ? null : Math.floor(minutes / STEP) * STEP
}

/** A hall that closes over lunch calls nobody then: minutes since its end; more than any silence where there is no break before. */
function minutesAfterLunch(hallModel: HallModel, queueId: string, at: number): number {
  const { lunch } = hoursOf(hallModel, hallModel.queues.get(queueId) ?? null)
  if (!lunch || hallModel.alwaysOpen) return Number.POSITIVE_INFINITY
  const minute = minuteAt(at, hallModel.hall.timeZone)
  if (isWithin(lunch, minute)) return 0
  return minute < minuteOf(lunch.to) ? Number.POSITIVE_INFINITY : minute - minuteOf(lunch.to)
}
