import type { Counter } from '../../contract/hall.ts'
import type { HallModel } from '../hall-model.ts'
import { callDown } from './call-down.ts'
import type { Pick } from './lane.ts'
import type { OfficeState } from '../office-state.ts'

/** Who is called next at a counter, and why; `now` in epoch ms. null = nobody who is here waits for it. */
export const nextTicket = (hallModel: HallModel, state: OfficeState, counter: Counter, now: number): Pick | null =>
  callDown(hallModel, state, now, { whom: 'here' }).next(counter, now)

/**
 * The first `most` tickets in the order in which this counter would call them: visitors sent to this very counter; then the
 * queues of the first level, then of the second, …; within one level by class and arrival, inside a queue by its policy.
 * Work: the length of the lines, not its square.
 */
export function callOrder(
  hallModel: HallModel,
  state: OfficeState,
  counter: Counter,
  now: number,
  most: number,
): Pick[] {
  const lines = callDown(hallModel, state, now, { whom: 'here' })
  return inTurn(() => lines.next(counter, now), lines.call, most)
}

/** One whole queue in the order in which its counters call it, with those who are still to come in their places. */
export function queueOrder(hallModel: HallModel, state: OfficeState, queueId: string, now: number): Pick[] {
  const lines = callDown(hallModel, state, now, { whom: 'all' })
  return inTurn(() => lines.head(queueId, now), lines.call, Number.POSITIVE_INFINITY)
}

function inTurn(next: () => Pick | null, call: (ticket: Pick['ticket']) => void, most: number): Pick[] {
  const order: Pick[] = []
  while (order.length < most) {
    const pick = next()
    if (pick === null) break
    call(pick.ticket)
    order.push(pick)
  }
  return order
}
