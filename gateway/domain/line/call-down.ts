import { isAbsent } from './arrival.ts'
import { lineOf } from './state.ts'
import type { Ticket } from './ticket.ts'
import type { Counter } from '../../contract/hall.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { type Lane, type Pick, type Reach, callAway, headOf, laneOf } from './lane.ts'
import { countersOf, levelOf, queuesOf } from '../counters/serving.ts'
import { classOf, countsFrom, policyOf } from './ticket-class.ts'

/** The lines as they stand, to be called down on paper; the state is not touched. A call costs the same at every length. */
export interface CallDown {
  /** Whom the counter would call, and why; null = nobody waits for it. `now` in epoch ms must not go back from call to call. */
  next(counter: Counter, now: number): Pick | null
  /** The head of one queue, whichever counter calls. */
  head(queueId: string, now: number): Pick | null
  call(ticket: Ticket): void
}

const NO_TURNS = { priority: 0, ordinary: 0 }

interface Looked {
  /** They stand behind the last of their queues. */
  guests?: readonly Ticket[]
  /** Of each line only the first so many. */
  most?: number
  /** `here`: as counters call, without those whose holders have not come to the hall. */
  whom: 'here' | 'all'
}

export function callDown(
  hallModel: HallModel,
  state: OfficeState,
  now: number,
  { guests = [], most = Number.POSITIVE_INFINITY, whom }: Looked,
): CallDown {
  const lanes = new Map<string, Lane>()
  const sent = new Map<string, Ticket[]>()
  const wants = new Map<string, readonly (readonly string[])[]>()
  const withAccessible = new Map<string, boolean>()

  function laneAt(queueId: string): Lane {
    const known = lanes.get(queueId)
    if (known) return known
    const tickets = waitingIn(state, queueId, most, whom)
    for (const guest of guests) if (guest.queueId === queueId) tickets.push(guest)
    const lane = laneOf(policyOf(hallModel, queueId), tickets, state.line.turns.get(queueId) ?? NO_TURNS, now)
    lanes.set(queueId, lane)
    return lane
  }
  function sentTo(counterId: string): Ticket[] {
    const known = sent.get(counterId) ?? waitingIn(state, `@${counterId}`, most, whom)
    sent.set(counterId, known)
    return known
  }
  function levelsOf(counter: Counter): readonly (readonly string[])[] {
    const known = wants.get(counter.id) ?? byLevel(counter, queuesOf(hallModel, state, counter.id))
    wants.set(counter.id, known)
    return known
  }
  /** A visitor who needs an accessible counter waits for one, where the queue has one at all. */
  function reachOf(counter: Counter, queueId: string): Reach {
    if (counter.accessible) return 'accessible-first'
    const has = withAccessible.get(queueId) ?? countersOf(hallModel, state, queueId).some((one) => one.accessible)
    withAccessible.set(queueId, has)
    return has ? 'without-accessible' : 'all'
  }

  return {
    next(counter, at) {
      const [first] = sentTo(counter.id)
      if (first) return { ticket: first, why: { rule: 'sent-here' } }
      for (const queues of levelsOf(counter)) {
        const best = firstAmong(
          queues.map((queueId) => ({ lane: laneAt(queueId), reach: reachOf(counter, queueId) })),
          at,
        )
        if (best) return best
      }
      return null
    },
    head: (queueId, at) => headOf(laneAt(queueId), 'all', at),
    call(ticket) {
      if (ticket.forCounter === null) callAway(laneAt(ticket.queueId), ticket)
      else
        sent.set(
          ticket.forCounter,
          sentTo(ticket.forCounter).filter((one) => one !== ticket),
        )
    },
  }
}

function byLevel(counter: Counter, queues: readonly string[]): string[][] {
  const levels = [...new Set(queues.map((queueId) => levelOf(counter, queueId)))].sort((one, other) => one - other)
  return levels.map((level) => queues.filter((queueId) => levelOf(counter, queueId) === level))
}

/** Within one level by class and arrival. */
function firstAmong(seen: readonly { lane: Lane; reach: Reach }[], now: number): Pick | null {
  // A class counts across queues only where all of them are strict: else one queue's priorities would break another's bound.
  const byClass = seen.every(({ lane }) => lane.policy.kind === 'strict')
  let best: { pick: Pick; lane: Lane } | null = null
  for (const { lane, reach } of seen) {
    const pick = headOf(lane, reach, now)
    if (pick && (best === null || isBefore(pick, lane, best.pick, best.lane, byClass, now))) best = { pick, lane }
  }
  return best?.pick ?? null
}

const rank = { priority: 0, appointment: 1, ordinary: 2 } as const

function isBefore(one: Pick, oneLane: Lane, other: Pick, otherLane: Lane, byClass: boolean, now: number): boolean {
  const classes = byClass ? rank[classOf(one.ticket, now)] - rank[classOf(other.ticket, now)] : 0
  return classes !== 0
    ? classes < 0
    : countsFrom(oneLane.policy, one.ticket) < countsFrom(otherLane.policy, other.ticket)
}

function waitingIn(state: OfficeState, key: string, most: number, whom: Looked['whom']): Ticket[] {
  const tickets: Ticket[] = []
  for (const ticketId of lineOf(state, key)) {
    if (tickets.length >= most) break
    const ticket = state.line.tickets.get(ticketId)
    if (ticket && (whom === 'all' || !isAbsent(ticket))) tickets.push(ticket)
  }
  return tickets
}
