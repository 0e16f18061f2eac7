import { type Actor, isStaff } from './actor.ts'
import { type Order, type Reach, orders } from './orders.ts'

/** What the hall knows of whose things are whose. */
export interface OwnThings {
  terminals: readonly string[]
  /** What a counter serves now; [] for an unknown one. */
  queuesOf(counterId: string): readonly string[]
  /** Where a number stands; null = there is none. */
  ticketAt(ticketId: string): { queueId: string; counterId: string | null } | null
}

/** Whether the table gives this order to one of the actor's roles, as far as the order goes. */
export function mayOrder(actor: Actor, order: Order, own: OwnThings): boolean {
  if (isForged(actor, order)) return false
  const right =
    order.type === 'take-ticket' && (order.priority !== null || order.earlyReason != null)
      ? 'take-ticket-first'
      : order.type
  return actor.roles.some((role) => {
    const reach = orders[right][role]
    return reach !== undefined && isWithin(reach, actor, order, own)
  })
}

/** Hashes of persons are made by the gateway's own doors; whoever else sends one is not believed. */
function isForged({ roles }: Actor, order: Order): boolean {
  if (roles.includes('visitor')) return false
  if (order.type === 'take-ticket') return order.identity != null
  return order.type === 'book-appointment' && (order.person.length > 0 || order.tail.length > 0)
}

function isWithin(reach: Reach, actor: Actor, order: Order, own: OwnThings): boolean {
  const {
    counterId = null,
    ticketId = null,
    terminalId = null,
  } = order as Partial<Record<'counterId' | 'ticketId' | 'terminalId', string | null>>
  const isOwnCounter = (id: string): boolean => actor.counters === null || actor.counters.includes(id)
  switch (reach) {
    case 'any':
      return true
    case 'own counter':
      return counterId === null ? actor.counters === null : isOwnCounter(counterId)
    case 'own queues':
      return (counterId === null || isOwnCounter(counterId)) && (ticketId === null || isOwnTicket(actor, ticketId, own))
    case 'own terminal':
      // The token of no terminal of this hall is bound to none.
      return (
        actor.terminal === null ||
        !own.terminals.includes(actor.terminal) ||
        terminalId === null ||
        terminalId === actor.terminal ||
        isStaff(actor)
      )
    case 'own number':
      return ticketId !== null && ticketId === actor.ticketId
  }
}

/** A number of its queues, or one that stands at its counter. Of an unknown one the office says so. */
function isOwnTicket({ counters }: Actor, ticketId: string, own: OwnThings): boolean {
  if (counters === null) return true
  const ticket = own.ticketAt(ticketId)
  if (ticket === null) return true
  if (ticket.counterId !== null && counters.includes(ticket.counterId)) return true
  return counters.some((counterId) => own.queuesOf(counterId).includes(ticket.queueId))
}
