import type { SlipView, TicketView, Wait } from '../contract/views.ts'
import type { House } from '../domain/house.ts'
import { whyNext } from '../domain/next-ticket.ts'
import { type OfficeState, type Ticket, lineKey, lineOf } from '../domain/office-state.ts'
import { requeueUntil } from '../domain/rescue-ticket.ts'
import { isInLine } from '../domain/ticket-life.ts'
import { aheadOf, waitRange } from '../domain/wait-range.ts'

/** Staff's view of one ticket. */
export function ticketView(house: House, state: OfficeState, ticket: Ticket, now: number): TicketView {
  const { ahead, wait } = placeOf(house, state, ticket, now)
  return {
    ticketId: ticket.id,
    number: ticket.number,
    queueId: ticket.queueId,
    queueName: house.queues.get(ticket.queueId)?.name ?? ticket.queueId,
    matterId: ticket.matterId,
    matterName: matterName(house, ticket),
    state: ticket.status,
    takenAt: ticket.takenAt,
    calledAt: ticket.calledAt,
    servingAt: ticket.servingAt,
    times: ticket.times,
    counterId: ticket.counterId,
    ahead,
    wait,
    priority: ticket.priority,
    holdReason: ticket.holdReason,
    missing: ticket.missing,
    requeueUntil: ticket.status === 'missed' ? requeueUntil(house, ticket) : null,
    slip: slipView(ticket),
    whyNext: isInLine(ticket.status) && lineOf(state, lineKey(ticket))[0] === ticket.id ? whyNext(ticket) : null,
  }
}

/** A copy: views outlive the state that is evolved in place. */
export const slipView = (ticket: Ticket): SlipView => ({ ...ticket.slip })

export const matterName = (house: House, ticket: Ticket): string | null =>
  ticket.matterId === null ? null : (house.matters.get(ticket.matterId)?.name ?? null)

export function placeOf(house: House, state: OfficeState, ticket: Ticket, now: number): { ahead: number; wait: Wait } {
  if (!isInLine(ticket.status)) return { ahead: 0, wait: null }
  const ahead = aheadOf(state, ticket)
  return { ahead, wait: waitRange(house, state, ticket.queueId, ahead, ticket.id, now) }
}
