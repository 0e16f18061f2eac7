import type { SlipView, TicketView, Wait } from '../contract/views.ts'
import type { House } from '../domain/house.ts'
import { whyWords } from '../domain/line/why-words.ts'
import { type LineOrders, lineOrders } from '../domain/line/line-orders.ts'
import { type OfficeState, type Ticket, lineKey } from '../domain/office-state.ts'
import { requeueUntil } from '../domain/rescue-ticket.ts'
import { legViews } from './leg-views.ts'
import { isInLine } from '../domain/ticket-life.ts'
import { aheadOf, waitRange } from '../domain/wait-range.ts'

/** Staff's view of one ticket; `orders` is shared by the tickets of one view. */
export function ticketView(
  house: House,
  state: OfficeState,
  ticket: Ticket,
  now: number,
  orders: LineOrders = lineOrders(house, state, now),
): TicketView {
  const { ahead, wait } = placeOf(house, state, ticket, now, orders)
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
    whyNext: isInLine(ticket.status) && ahead === 0 ? whyFirst(house, ticket, orders) : null,
    whyCalled: ticket.why === null ? null : whyWords(ticket.why, clockOf(house)),
    appointmentAt: ticket.appointment?.at ?? null,
    legs: legViews(house, state, ticket),
  }
}

/** A copy: views outlive the state that is evolved in place. */
export const slipView = (ticket: Ticket): SlipView => ({ ...ticket.slip })

/** As it was called when the number was given: an import never touches tickets that exist. */
export const matterName = (house: House, ticket: Ticket): string | null =>
  ticket.matterId === null ? null : (ticket.matterName ?? house.matters.get(ticket.matterId)?.name ?? null)

export function placeOf(
  house: House,
  state: OfficeState,
  ticket: Ticket,
  now: number,
  orders?: LineOrders,
): { ahead: number; wait: Wait } {
  if (!isInLine(ticket.status)) return { ahead: 0, wait: null }
  const ahead =
    orders === undefined ? aheadOf(house, state, ticket, now) : (orders(lineKey(ticket)).places.get(ticket) ?? 0)
  return { ahead, wait: waitRange(house, state, ticket.queueId, ahead, ticket.id, now) }
}

function whyFirst(house: House, ticket: Ticket, orders: LineOrders): string | null {
  const { head } = orders(lineKey(ticket))
  return head?.ticket === ticket ? whyWords(head.why, clockOf(house)) : null
}

const clockOf =
  ({ hall }: House) =>
  (at: number): string =>
    new Intl.DateTimeFormat('zh-CN', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: hall.timeZone,
    }).format(at)
