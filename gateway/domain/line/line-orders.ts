import { lineOf } from './state.ts'
import type { Ticket } from './ticket.ts'
import type { HallModel } from '../hall-model.ts'
import { queueOrder } from './next-ticket.ts'
import type { OfficeState } from '../office-state.ts'
import type { Pick } from './lane.ts'

export interface QueueOrder {
  head: Pick | null
  /** How many are called before it, by ticket. */
  places: ReadonlyMap<Ticket, number>
}
/** The order of each line (a queue, or `@counter`) at one moment, worked out once when first asked for. */
export type LineOrders = (key: string) => QueueOrder

/** Not to be kept: it is of the state as it was when asked. `now` in epoch ms. */
export function lineOrders(hallModel: HallModel, state: OfficeState, now: number): LineOrders {
  const known = new Map<string, QueueOrder>()
  return (key) => {
    const before = known.get(key)
    if (before) return before
    const picks = key.startsWith('@')
      ? lineOf(state, key).flatMap((id) => sentHere(state.line.tickets.get(id)))
      : queueOrder(hallModel, state, key, now)
    const order = { head: picks[0] ?? null, places: new Map(picks.map(({ ticket }, place) => [ticket, place])) }
    known.set(key, order)
    return order
  }
}

const sentHere = (ticket: Ticket | undefined): Pick[] => (ticket ? [{ ticket, why: { rule: 'sent-here' } }] : [])
