import { queuesOf } from '../counters/serving.ts'
import { counterState } from '../counters/state.ts'
import type { HallModel } from '../hall-model.ts'
import { lineOf } from '../line/state.ts'
import type { OfficeState } from '../office-state.ts'
import { costsOf } from './costs-of.ts'
import { type Replay, hangTogether, replayForward } from './forward-replay.ts'

/** A replay as it was made, with what it was made on. */
export interface KeptReplay extends Replay {
  /** Epoch ms of the beginning of the minute. */
  readonly at: number
  readonly hallModel: HallModel
  /** Who stood at which counter, and which queues it served. */
  readonly atCounters: string
  /** How many waited, by queue. */
  readonly waiting: ReadonlyMap<string, number>
  /** Minutes by which each further newcomer is called later, by queue. */
  readonly step: ReadonlyMap<string, number>
}

const kept = new WeakMap<OfficeState, Map<string, KeptReplay>>()

/**
 * The order of calling played forward, for all queues that hang together with this one. It holds for the minute while nobody is
 * called or leaves a counter; those who only join the end change nothing for those before them, so it is made again when a line has
 * grown by an eighth. `at`: epoch ms of the beginning of the minute.
 */
export function replayNow(hallModel: HallModel, state: OfficeState, queueId: string, at: number): KeptReplay {
  const { queues, counters } = hangTogether(hallModel, state, queueId)
  // In one order, whichever of the queues is asked for: they share the replay.
  const standing = counters.map(
    ({ id }) => `${id} ${counterState(state, id).ticketId ?? ''} ${queuesOf(hallModel, state, id).join()}`,
  )
  const atCounters = standing.sort().join(' ')
  const known = kept.get(state) ?? new Map<string, KeptReplay>()
  const before = known.get(queueId)
  const holds =
    before?.at === at &&
    before.hallModel === hallModel &&
    before.atCounters === atCounters &&
    // While a counter was paused, some of them were played without the others.
    queues.every((id) => known.get(id) === before) &&
    queues.every((id) => lineOf(state, id).length <= enoughFor(before.waiting.get(id) ?? 0))
  if (before && holds) return before
  const costs = costsOf(hallModel, state, at)
  const played = replayForward(hallModel, state, queueId, at, costs)
  const step = (id: string): number => costs.call({ queueId: id, takenAt: at }, 0) / Math.max(1, counters.length)
  const made: KeptReplay = {
    byTicket: played.byTicket,
    calls: played.calls,
    newcomer: played.newcomer,
    at,
    hallModel,
    atCounters,
    waiting: new Map(queues.map((id) => [id, lineOf(state, id).length])),
    step: new Map(queues.map((id) => [id, step(id)])),
  }
  for (const id of queues) known.set(id, made)
  kept.set(state, known)
  return made
}

const enoughFor = (waiting: number): number => waiting + 1 + Math.floor(waiting / 8)

/** Minutes until a ticket of the queue, or (null) somebody who comes now with so many before, is called; null = not in five hours. */
export function callIn(replay: KeptReplay, queueId: string, ahead: number, ticketId: string | null): number | null {
  const own = ticketId === null ? undefined : replay.byTicket.get(ticketId)
  if (own !== undefined) return own
  const waiting = replay.waiting.get(queueId) ?? 0
  if (ahead < waiting) return replay.calls.get(queueId)?.[ahead] ?? null
  const last = replay.newcomer.get(queueId)
  return last === undefined ? null : last + (ahead - waiting) * (replay.step.get(queueId) ?? 0)
}
