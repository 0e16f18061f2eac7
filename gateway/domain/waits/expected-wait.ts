import type { House } from '../house.ts'
import { countersOf } from '../line/serving.ts'
import { type OfficeState, counterState } from '../office-state.ts'
import { type Replay, replayForward } from './forward-replay.ts'
import { quantile } from './quantile.ts'
import type { Forecast } from './wait-memory.ts'

/** Memories at which the hall's own experience weighs as much as the configured minutes. */
const YOUNG = 8
/** Range of a hall that knows nothing yet, as (wait + 3) ÷ (announced + 3), and how many memories it is worth. */
const FIRST_BAND = { low: 0.55, high: 1.7, worth: 15 }
/** After so many judged announcements the better estimator is shown. */
const JUDGED = 30

/** Mean minutes for which a ticket of the queue keeps a counter: learnt, shrunk to the configured minutes. */
export function meanService(house: House, state: OfficeState, queueId: string): number {
  const taken = state.waits.get(queueId)?.taken ?? []
  const configured = house.queues.get(queueId)?.minutes ?? 10
  return (taken.reduce((sum, one) => sum + one, 0) + YOUNG * configured) / (taken.length + YOUNG)
}

const replays = new WeakMap<OfficeState, { key: string; house: House; of: Map<string, Replay> }>()

/** One replay answers for all who wait in it; it is kept until the next fact or for half a minute. */
function replayOf(house: House, state: OfficeState, queueId: string, now: number): Replay {
  const key = `${state.seq} ${Math.floor(now / 30_000)}`
  let known = replays.get(state)
  if (!known || known.key !== key || known.house !== house) replays.set(state, (known = { key, house, of: new Map() }))
  const found = known.of.get(queueId)
  if (found) return found
  const means = new Map<string, number>()
  const mean = (id: string): number => {
    const before = means.get(id) ?? meanService(house, state, id)
    means.set(id, before)
    return before
  }
  const made = replayForward(house, state, queueId, now, mean)
  for (const id of made.newcomer.keys()) known.of.set(id, made)
  known.of.set(queueId, made)
  return made
}

/**
 * The wait of somebody with `ahead` people before; `ticketId` null = who comes now. Of two estimates, minutes per place (E1) and
 * the order of calling played forward, the one is shown that was nearer lately in this queue. null = cannot be known: no counter
 * of the queue is open.
 */
export function expectedWait(house: House, state: OfficeState, queueId: string, ahead: number, ticketId: string | null, now: number): Forecast | null {
  const counters = countersOf(house, state, queueId)
  const open = counters.filter(({ id }) => counterState(state, id).state === 'open').length
  const queue = house.queues.get(queueId)
  if (!queue || open === 0) return null
  const memory = state.waits.get(queueId)
  const seen = memory?.perPlace ?? []
  const configured = queue.minutes / open
  const place = ((median(seen) * seen.length + configured * YOUNG) / (seen.length + YOUNG)) * (ahead + 1)
  const played = replayOf(house, state, queueId, now)
  const replay = (ticketId === null ? played.newcomer.get(queueId) : played.byTicket.get(ticketId)) ?? place
  const judged = memory?.error ?? { place: 0, replay: 0, seen: 0 }
  const trusted = judged.seen >= JUDGED ? judged.replay <= judged.place : true
  const shown = Math.min(300, trusted ? replay : place)
  const { low, high } = spread(memory?.off ?? [])
  const away = counters.filter(({ id }) => counterState(state, id).state === 'paused').length / counters.length
  return { place, replay, shown, low: Math.max(0, (shown + 3) * low - 3), high: Math.min(360, (shown + 3) * (high + 0.5 * away) - 3) }
}

const median = (seen: readonly number[]): number => (seen.length === 0 ? 0 : quantile(seen, 0.5))

/** Four of five real waits lay in it, shrunk to the first band while young. Rounding outward adds to both sides, hence not 0.1 and 0.9. */
function spread(off: readonly number[]): { low: number; high: number } {
  const weight = off.length / (off.length + FIRST_BAND.worth)
  const of = (q: number, first: number): number => (off.length === 0 ? first : weight * quantile(off, q) + (1 - weight) * first)
  return { low: of(0.16, FIRST_BAND.low), high: of(0.84, FIRST_BAND.high) }
}
