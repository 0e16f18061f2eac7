import type { SlipView, TicketView, Wait } from '../contract/views.ts'
import type { House } from '../domain/house.ts'
import { whyWords } from '../domain/line/why-words.ts'
import { queueOrder } from '../domain/next-ticket.ts'
import type { OfficeState, Ticket } from '../domain/office-state.ts'
import { requeueUntil } from '../domain/rescue-ticket.ts'
import { legViews } from './leg-views.ts'
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
    whyNext: isInLine(ticket.status) && ahead === 0 ? whyFirst(house, state, ticket, now) : null,
    whyCalled: ticket.why === null ? null : whyWords(ticket.why, clockOf(house)),
    appointmentAt: ticket.appointment?.at ?? null,
    legs: legViews(house, state, ticket),
  }
}

/** A copy: views outlive the state that is evolved in place. */
export const slipView = (ticket: Ticket): SlipView => ({ ...ticket.slip })

export const matterName = (house: House, ticket: Ticket): string | null =>
  ticket.matterId === null ? null : (house.matters.get(ticket.matterId)?.name ?? null)

export function placeOf(house: House, state: OfficeState, ticket: Ticket, now: number): { ahead: number; wait: Wait } {
  if (!isInLine(ticket.status)) return { ahead: 0, wait: null }
  const ahead = aheadOf(house, state, ticket, now)
  return { ahead, wait: waitRange(house, state, ticket.queueId, ahead, ticket.id, now) }
}

function whyFirst(house: House, state: OfficeState, ticket: Ticket, now: number): string | null {
  if (ticket.forCounter !== null) return whyWords({ rule: 'sent-here' }, clockOf(house))
  const head = queueOrder(house, state, ticket.queueId, now)[0]
  return head?.ticket === ticket ? whyWords(head.why, clockOf(house)) : null
}

const clockOf =
  ({ hall }: House) =>
  (at: number): string =>
    new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: hall.timeZone }).format(at)
