import type { Counter } from '../contract/hall.ts'
import type { House } from './house.ts'
import { type Lane, type Pick, headOf, laneOf, takeHead } from './line/lane.ts'
import { countersOf, levelOf, queuesOf } from './line/serving.ts'
import { classOf, countsFrom, policyOf } from './line/ticket-class.ts'
import { type OfficeState, type Ticket, lineOf } from './office-state.ts'

/** Who is called next at a counter, and why; `now` in epoch ms. null = nobody waits for it. */
export function nextTicket(house: House, state: OfficeState, counter: Counter, now: number): Pick | null {
  return callOrder(house, state, counter, now, 1)[0] ?? null
}

/**
 * The first `most` tickets in the order in which this counter would call them: visitors sent to this very counter; then the
 * queues of the first level, then of the second, …; within one level by class and arrival, inside a queue by its policy.
 */
export function callOrder(house: House, state: OfficeState, counter: Counter, now: number, most: number): Pick[] {
  const order: Pick[] = waitingIn(state, `@${counter.id}`).map((ticket) => ({ ticket, why: { rule: 'sent-here' } }))
  const queues = queuesOf(house, state, counter.id)
  for (const level of [...new Set(queues.map((queueId) => levelOf(counter, queueId)))].sort((one, other) => one - other)) {
    if (order.length >= most) break
    const lanes = queues
      .filter((queueId) => levelOf(counter, queueId) === level)
      .map((queueId) => {
        const tickets = waitingIn(state, queueId).filter((ticket) => mayCall(house, state, counter, ticket))
        return laneOf(policyOf(house, queueId), tickets, state.turns.get(queueId) ?? { priority: 0, ordinary: 0 }, now, counter.accessible)
      })
    drain(lanes, now, most, order)
  }
  return order.slice(0, most)
}

/** A visitor who needs an accessible counter waits for one, where the queue has one at all. */
export function mayCall(house: House, state: OfficeState, counter: Counter, ticket: Ticket): boolean {
  return !ticket.accessible || counter.accessible || !countersOf(house, state, ticket.queueId).some((one) => one.accessible)
}

/** One whole queue in the order in which its counters call it. */
export function queueOrder(house: House, state: OfficeState, queueId: string, now: number): Pick[] {
  const order: Pick[] = []
  const turns = state.turns.get(queueId) ?? { priority: 0, ordinary: 0 }
  drain([laneOf(policyOf(house, queueId), waitingIn(state, queueId), turns, now, false)], now, Number.POSITIVE_INFINITY, order)
  return order
}

function drain(lanes: Lane[], now: number, most: number, order: Pick[]): void {
  // A class counts across queues only where all of them are strict: else one queue's priorities would break another's bound.
  const byClass = lanes.every((lane) => lane.policy.kind === 'strict')
  while (order.length < most) {
    let best: { pick: Pick; lane: Lane } | null = null
    for (const lane of lanes) {
      const pick = headOf(lane)
      if (pick && (best === null || isBefore(pick, lane, best.pick, best.lane, byClass, now))) best = { pick, lane }
    }
    if (best === null) return
    takeHead(best.lane, best.pick.ticket)
    order.push(best.pick)
  }
}

const rank = { priority: 0, appointment: 1, ordinary: 2 } as const

function isBefore(one: Pick, oneLane: Lane, other: Pick, otherLane: Lane, byClass: boolean, now: number): boolean {
  const classes = byClass ? rank[classOf(one.ticket, now)] - rank[classOf(other.ticket, now)] : 0
  return classes !== 0 ? classes < 0 : countsFrom(oneLane.policy, one.ticket) < countsFrom(otherLane.policy, other.ticket)
}

const waitingIn = (state: OfficeState, key: string): Ticket[] => lineOf(state, key).flatMap((ticketId) => state.tickets.get(ticketId) ?? [])
