import { queuesOf } from '../domain/counters/serving.ts'
import { refuse } from '../domain/decision.ts'
import type { Office } from '../office/office.ts'
import type { OfficeAnswer } from '../office/remembered-answers.ts'
import type { Actor } from './actor.ts'
import { type OwnThings, mayOrder } from './may-order.ts'
import type { Order } from './orders.ts'

/** Hands an order to the office if the actor may give it; refuses with `not-signed-in` or `not-allowed`. The actor is what the log keeps. */
export type GiveOrder = (
  actor: Actor,
  order: Order,
  commandId: string | null,
  isLate?: () => boolean,
) => Promise<OfficeAnswer>

/** The one way in for whatever comes from outside. `complete`: adds what only the gateway knows, after the right was looked at. */
export function orderDoor(
  office: Pick<Office, 'handle' | 'state' | 'hallModel'>,
  complete: (actor: Actor, order: Order) => Order = (_, order) => order,
): GiveOrder {
  const own: OwnThings = {
    terminals: office.hallModel.hall.terminals.map(({ id }) => id),
    queuesOf: (counterId) => queuesOf(office.hallModel, office.state, counterId),
    ticketAt: (ticketId) => office.state.line.tickets.get(ticketId) ?? null,
  }
  return async (actor, order, commandId, isLate) => {
    if (!mayOrder(actor, order, own)) return refuse(actor.roles.length === 0 ? 'not-signed-in' : 'not-allowed')
    return office.handle(complete(actor, order), actor.name, commandId, isLate)
  }
}
