import { counterState } from '../counters/state.ts'
import type { HallModel } from '../hall-model.ts'
import { countersOf } from '../counters/serving.ts'
import type { OfficeState } from '../office-state.ts'
import { YOUNG, costsOf } from './costs-of.ts'
import { type Replay, replayForward } from './forward-replay.ts'
import { minuteAt } from '../../contract/hall-time.ts'
import { isKnowable } from './knowable.ts'
import { isTrusted, learntWait } from './learnt-wait.ts'
import { quantile } from './quantile.ts'
import { scaleOf, shownBand } from './shown-band.ts'
import { type Forecast, freshMemory } from './wait-memory.ts'

const replays = new WeakMap<OfficeState, { key: string; hallModel: HallModel; of: Map<string, Replay> }>()

/** One replay answers for all who wait in it; it is kept until the next fact or for half a minute. */
function replayOf(hallModel: HallModel, state: OfficeState, queueId: string, now: number): Replay {
  const key = `${state.seq} ${Math.floor(now / 30_000)}`
  let known = replays.get(state)
  if (!known || known.key !== key || known.hallModel !== hallModel)
    replays.set(state, (known = { key, hallModel, of: new Map() }))
  const found = known.of.get(queueId)
  if (found) return found
  const made = replayForward(hallModel, state, queueId, now, costsOf(hallModel, state, now))
  for (const id of made.newcomer.keys()) known.of.set(id, made)
  known.of.set(queueId, made)
  return made
}

/**
 * The wait of somebody with `ahead` people before; `ticketId` null = who comes now. Two estimates, minutes per place (E1) and the
 * order of calling played forward, are mixed by how near each was lately in this queue: the one that erred twice as much counts
 * half; what the hall learnt from its past days is shown instead while it beats that. null = cannot be known: no counter of the queue is open, or it
 * would reach into lunch or beyond the end of the day.
 */
export function expectedWait(
  hallModel: HallModel,
  state: OfficeState,
  queueId: string,
  ahead: number,
  ticketId: string | null,
  now: number,
): Forecast | null {
  const counters = countersOf(hallModel, state, queueId)
  const open = counters.filter(({ id }) => counterState(state, id).state === 'open').length
  const queue = hallModel.queues.get(queueId)
  if (!queue || open === 0) return null
  const { perPlace, error, off, open: usual } = state.waits.memory.get(queueId) ?? freshMemory()
  const configured = queue.minutes / open
  const median = perPlace.length === 0 ? 0 : quantile(perPlace, 0.5)
  const place = ((median * perPlace.length + configured * YOUNG) / (perPlace.length + YOUNG)) * (ahead + 1)
  const played = replayOf(hallModel, state, queueId, now)
  const replay = (ticketId === null ? played.newcomer.get(queueId) : played.byTicket.get(ticketId)) ?? place
  const mixed = Math.min(300, between(place, replay, error.place / (error.place + error.replay)))
  const minute = minuteAt(now, hallModel.hall.timeZone)
  const learnt = learntWait(state.waits.lessons, { place, replay, ahead, open, minute }, mixed)
  const shown = learnt !== null && isTrusted(state.waits.lessons) ? learnt : mixed
  const scale = scaleOf(place, replay, open, usual)
  const band = shownBand(shown, scale, off)
  return isKnowable(hallModel, queueId, now, { shown, high: band.high })
    ? { place, replay, mixed, learnt, shown, ...band, scale, open, minute }
    : null
}

const between = (place: number, replay: number, share: number): number =>
  Math.exp(share * Math.log(replay + 3) + (1 - share) * Math.log(place + 3)) - 3
