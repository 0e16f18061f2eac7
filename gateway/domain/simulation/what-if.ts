import { evolve } from '../evolve.ts'
import type { House } from '../house.ts'
import { buildHouse } from '../house.ts'
import { type OfficeState, counterState } from '../office-state.ts'
import { costsOf } from '../waits/costs-of.ts'
import { replayForward } from '../waits/forward-replay.ts'
import { quantile } from '../waits/quantile.ts'

/** So many more counters (fewer: negative) for a queue, from now on. */
export interface WhatIf {
  readonly queueId: string
  readonly counters: number
}

/** Minutes until those who wait now in the queue are called: the half, nine of ten, the last. */
export interface WhatIfSide {
  readonly counters: number
  readonly p50: number
  readonly p90: number
  readonly last: number
}

/**
 * Plays the present lines forward twice, as they are and with more or fewer counters for one queue; nothing real is touched. null =
 * no such queue. `waiting` 0 leaves nothing to compare.
 */
export function whatIf(house: House, state: OfficeState, change: WhatIf, now: number): { waiting: number; before: WhatIfSide; after: WhatIfSide } | null {
  if (!house.queues.has(change.queueId)) return null
  const open = (of: House, at: OfficeState): string[] =>
    (of.countersOf.get(change.queueId) ?? []).filter(({ id }) => counterState(at, id).state === 'open').map(({ id }) => id)
  const played = (of: House, at: OfficeState): WhatIfSide => {
    const { byTicket } = replayForward(of, at, change.queueId, now, costsOf(house, state, now))
    const minutes = waiting.map((id) => byTicket.get(id) ?? 300)
    const share = (q: number): number => (minutes.length === 0 ? 0 : Math.round(quantile(minutes, q)))
    return { counters: open(of, at).length, p50: share(0.5), p90: share(0.9), last: share(1) }
  }
  const waiting = state.lines.get(change.queueId) ?? []
  const changed = withCounters(house, state, change, open(house, state), now)
  return { waiting: waiting.length, before: played(house, state), after: played(changed.house, changed.state) }
}

/** More counters: closed ones of the queue first, then any other that nobody works at. */
function withCounters(
  house: House,
  state: OfficeState,
  { queueId, counters }: WhatIf,
  open: readonly string[],
  now: number,
): { house: House; state: OfficeState } {
  const copy: OfficeState = { ...state, counters: new Map(state.counters) }
  const event = (type: 'counter-opened' | 'counter-closed', counterId: string): void =>
    void evolve(copy, { type, counterId, seq: state.seq, at: now, actor: 'what-if', commandId: null })
  if (counters < 0) {
    for (const counterId of open.slice(counters)) event('counter-closed', counterId)
    return { house, state: copy }
  }
  const unused = house.hall.counters.filter(({ id }) => counterState(state, id).state === 'closed')
  const own = unused.filter(({ queues }) => queues.includes(queueId))
  const lent = [...own, ...unused.filter((counter) => !own.includes(counter))].slice(0, counters).map(({ id }) => id)
  for (const counterId of lent) event('counter-opened', counterId)
  const hall = { ...house.hall, counters: house.hall.counters.map((counter) => (lent.includes(counter.id) ? { ...counter, queues: [queueId] } : counter)) }
  return { house: buildHouse(hall, [...house.matters.values()], house.alwaysOpen), state: copy }
}
