import { type Ticket, lineKey } from '../domain/line/ticket.ts'
import { clockAt } from '../contract/hall-time.ts'
import type { SlipView, TicketView, Wait } from '../contract/views.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { whyWords } from '../domain/line/why-words.ts'
import { type LineOrders, lineOrders } from '../domain/line/line-orders.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { requeueUntil } from '../domain/line/rescue-ticket.ts'
import { legViews } from './leg-views.ts'
import { isInLine } from '../domain/line/ticket-life.ts'
import { aheadOf, waitRange } from '../domain/waits/wait-range.ts'

/** Staff's view of one ticket; `orders` is shared by the tickets of one view. */
export function ticketView(
  hallModel: HallModel,
  state: OfficeState,
  ticket: Ticket,
  now: number,
  orders: LineOrders = lineOrders(hallModel, state, now),
): TicketView {
  const { ahead, wait } = placeOf(hallModel, state, ticket, now, orders)
  return {
    ticketId: ticket.id,
    number: ticket.number,
    queueId: ticket.queueId,
    queueName: hallModel.queues.get(ticket.queueId)?.name ?? ticket.queueId,
    matterId: ticket.matterId,
    matterName: matterName(hallModel, ticket),
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
    requeueUntil: ticket.status === 'missed' ? requeueUntil(hallModel, ticket) : null,
    slip: slipView(ticket),
    whyNext: isInLine(ticket.status) && ahead === 0 ? whyFirst(hallModel, ticket, orders) : null,
    whyCalled: ticket.why === null ? null : whyWords(ticket.why, clockOf(hallModel)),
    appointmentAt: ticket.appointment?.at ?? null,
    lateFor: ticket.lateFor,
    legs: legViews(hallModel, state, ticket),
  }
}

/** A copy: views outlive the state that is evolved in place. */
export const slipView = (ticket: Ticket): SlipView => ({ ...ticket.slip })

/** As it was called when the number was given: an import never touches tickets that exist. */
export const matterName = (hallModel: HallModel, ticket: Ticket): string | null =>
  ticket.matterId === null ? null : (ticket.matterName ?? hallModel.matters.get(ticket.matterId)?.name ?? null)

export function placeOf(
  hallModel: HallModel,
  state: OfficeState,
  ticket: Ticket,
  now: number,
  orders?: LineOrders,
): { ahead: number; wait: Wait } {
  if (!isInLine(ticket.status)) return { ahead: 0, wait: null }
  const ahead =
    orders === undefined ? aheadOf(hallModel, state, ticket, now) : (orders(lineKey(ticket)).places.get(ticket) ?? 0)
  return { ahead, wait: waitRange(hallModel, state, ticket.queueId, ahead, ticket.id, now) }
}

function whyFirst(hallModel: HallModel, ticket: Ticket, orders: LineOrders): string | null {
  const { head } = orders(lineKey(ticket))
  return head?.ticket === ticket ? whyWords(head.why, clockOf(hallModel)) : null
}

const clockOf =
  ({ hall }: HallModel) =>
  (at: number): string =>
    clockAt(at, hall.timeZone)
