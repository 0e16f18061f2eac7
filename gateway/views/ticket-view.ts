import { clockAt } from '../contract/hall-time.ts'
import type { LineRow, TicketRow, TicketView } from '../contract/line-views.ts'
import type { SlipView, Wait } from '../contract/view-parts.ts'
import type { Why } from '../contract/line.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { aheadOf } from '../domain/line/ahead.ts'
import { requeueUntil } from '../domain/line/requeue-until.ts'
import { type Ticket, lineKey } from '../domain/line/ticket.ts'
import { isInLine } from '../domain/line/ticket-life.ts'
import { whyWords } from '../domain/line/why-words.ts'
import { shownRange } from '../domain/waits/shown-range.ts'
import { lineFact, waitsFact } from './facts.ts'
import { legViews } from './leg-views.ts'
import type { Reading } from './reading.ts'

/** A ticket by itself, as staff see it. */
export function ticketRow(reading: Reading, ticket: Readonly<Ticket>): TicketRow {
  const { hallModel } = reading
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
    line: lineKey(ticket),
    priority: ticket.priority,
    holdReason: ticket.holdReason,
    missing: ticket.missing,
    checked: ticket.checked,
    notes: [...ticket.notes],
    coming: ticket.coming,
    deferred: ticket.deferred,
    arrival: ticket.arrival,
    requeueUntil: ticket.status === 'missed' ? requeueUntil(hallModel, ticket) : null,
    slip: slipView(ticket),
    whyCalled: ticket.why === null ? null : inWords(hallModel, ticket.why),
    appointmentAt: ticket.appointment?.at ?? null,
    lateFor: ticket.lateFor,
    legs: legViews(reading, ticket),
  }
}

/** With its place in the line. Where one ticket is asked for, the place is counted for it alone. */
export function ticketView(reading: Reading, ticket: Readonly<Ticket>): TicketView {
  const { ahead, wait } = placeOf(reading, ticket)
  const first = isInLine(ticket.status) && ahead === 0 ? lineFact(reading, lineKey(ticket)) : null
  const whyNext =
    first?.order[0] === ticket.id && first.why !== null && ticket.arrival !== 'to-come'
      ? inWords(reading.hallModel, first.why)
      : null
  return Object.assign(ticketRow(reading, ticket), { ahead, wait, whyNext })
}

/** How many are called before it, and how long that takes; 0 and null once it waits no longer. */
export function placeOf(reading: Reading, ticket: Readonly<Ticket>): { ahead: number; wait: Wait } {
  if (!isInLine(ticket.status)) return { ahead: 0, wait: null }
  const key = lineKey(ticket)
  const ahead = aheadOf(reading.hallModel, reading.state(`queue:${key}`), ticket as Ticket, reading.time().now)
  return { ahead, wait: shownRange(waitsFact(reading, ticket.queueId).of(ahead, ticket.id)) }
}

/** A whole line with its waits; `id` is a queue, or `@ID` of a counter. */
export function lineRow(reading: Reading, id: string): LineRow {
  const { order, why } = lineFact(reading, id)
  const { tickets } = reading.state(`queue:${id}`).line
  const queueOf = (ticketId: string): string => (id.startsWith('@') ? (tickets.get(ticketId)?.queueId ?? '') : id)
  return {
    id,
    tickets: [...order],
    waits: order.map((ticketId, place) => shownRange(waitsFact(reading, queueOf(ticketId)).of(place, ticketId))),
    whyFirst: why === null ? null : inWords(reading.hallModel, why),
  }
}

/** A copy: views outlive the state that is evolved in place. */
export const slipView = (ticket: Readonly<Ticket>): SlipView => ({ ...ticket.slip })

/** As it was called when the number was given: an import never touches tickets that exist. */
export const matterName = ({ matters }: HallModel, ticket: Readonly<Ticket>): string | null =>
  ticket.matterId === null ? null : (ticket.matterName ?? matters.get(ticket.matterId)?.name ?? null)

export const inWords = ({ hall }: HallModel, why: Why): string => whyWords(why, (at) => clockAt(at, hall.timeZone))
