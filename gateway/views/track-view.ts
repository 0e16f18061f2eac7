import type { TrackView } from '../contract/visitor-views.ts'
import type { Wait } from '../contract/view-parts.ts'
import { requeueUntil } from '../domain/line/requeue-until.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { isInLine, stepTicket } from '../domain/line/ticket-life.ts'
import { type Ticket, lineKey } from '../domain/line/ticket.ts'
import { shownRange } from '../domain/waits/shown-range.ts'
import { emergencyShown } from './emergency-view.ts'
import { lineFact, ticketFact, waitsFact } from './facts.ts'
import { flowName, flowNameEn, legViews } from './leg-views.ts'
import { noticesOn } from './notice-view.ts'
import { hallHead, notCallingOf, notNow, whereOf } from './queue-view.ts'
import { ratingOf } from './rating-view.ts'
import type { Reading } from './reading.ts'
import { matterName, slipView } from './ticket-view.ts'

const NEIGHBOURS = 2

/** The phone behind the slip's code. Nothing personal, no ids of anybody else's visit. */
export function trackView(reading: Reading, token: string): TrackView | null {
  const { hallModel } = reading
  const ticket = ticketFact(reading, ticketIdOf(reading, token))
  if (!ticket) return null
  const queue = hallModel.queues.get(ticket.queueId)
  return {
    hall: hallHead(hallModel),
    number: ticket.number,
    language: ticket.language,
    state: ticket.status,
    queueName: queue?.name ?? ticket.queueId,
    matterName: matterName(hallModel, ticket),
    flowName: flowName(hallModel, ticket),
    queueNameEn: queue?.nameEn ?? null,
    matterNameEn: hallModel.matters.get(ticket.matterId ?? '')?.nameEn ?? null,
    flowNameEn: flowNameEn(hallModel, ticket),
    takenAt: ticket.takenAt,
    calledAt: ticket.calledAt,
    ...placeInLine(reading, ticket),
    counterId: ticket.counterId,
    where: whereOf(reading, ticket.queueId),
    before: neighbours(reading, ticket),
    missing: ticket.missing,
    requeueUntil: ticket.status === 'missed' ? requeueUntil(hallModel, ticket) : null,
    requeueWithinMinutes: hallModel.hall.missed.withinMinutes,
    later: laterOf(hallModel, ticket),
    stepFree: ticket.accessible,
    coming: ticket.coming,
    arrival: ticket.arrival,
    placeAfterMiss: hallModel.hall.missed.place,
    help: helpOf(reading, ticket),
    counterAt: counterAt(hallModel, ticket),
    slip: slipView(ticket),
    appointmentAt: ticket.appointment?.at ?? null,
    lateFor: ticket.lateFor,
    notNow: queue ? notNow(reading, queue) : null,
    notCalling: isInLine(ticket.status) ? notCallingOf(reading, ticket.queueId) : null,
    legs: legViews(reading, ticket),
    rating: ratingOf(reading, ticket),
    ...noticesOn(reading, { kind: 'phone' }),
    emergency: emergencyShown(reading),
  }
}

/** A token that is known stays known for the day; one that is not may become so with any number. */
const ticketIdOf = (reading: Reading, token: string): string | null =>
  reading.state().line.byToken.get(token) ?? reading.state('tickets').line.byToken.get(token) ?? null

function laterOf({ hall: { later } }: HallModel, { status, deferred }: Readonly<Ticket>): TrackView['later'] {
  if (later === null || deferred >= later.times || stepTicket(status, 'defer') === null) return null
  return { places: later.places, left: later.times - deferred }
}

function helpOf(reading: Reading, { id }: Readonly<Ticket>): TrackView['help'] {
  const help = reading.state(`ticket:${id}`).help.open.find(({ ticketId }) => ticketId === id)
  if (!help) return 'none'
  return help.answeredBy === null ? 'asked' : 'coming'
}

function counterAt({ counters }: HallModel, { counterId }: Readonly<Ticket>): TrackView['counterAt'] {
  const counter = counters.get(counterId ?? '')
  return counter ? { floor: counter.floor, zone: counter.zone } : null
}

function placeInLine(reading: Reading, ticket: Readonly<Ticket>): { ahead: number; wait: Wait } {
  if (!isInLine(ticket.status)) return { ahead: 0, wait: null }
  const ahead = lineFact(reading, lineKey(ticket)).places.get(ticket.id) ?? 0
  return { ahead, wait: shownRange(waitsFact(reading, ticket.queueId).of(ahead, ticket.id)) }
}

/** The last called of its queue and those right before it, oldest first. */
function neighbours(reading: Reading, ticket: Readonly<Ticket>): TrackView['before'] {
  const { order, places } = lineFact(reading, lineKey(ticket))
  const place = places.get(ticket.id) ?? 0
  const lately = lastCalled(reading, ticket.queueId).filter((id) => id !== ticket.id)
  return [...lately.slice(0, NEIGHBOURS).reverse(), ...order.slice(Math.max(0, place - NEIGHBOURS), place)]
    .flatMap((id) => ticketFact(reading, id) ?? [])
    .slice(-2 * NEIGHBOURS)
    .map(({ number, status, counterId }) => ({ number, state: status, counterId }))
}

/** Ids of the numbers of a queue that were called last, the newest first. */
const lastCalled = (reading: Reading, queueId: string): readonly string[] =>
  reading.shared(
    `last called ${queueId}`,
    (own) => {
      const called = own.state('calls', `queue:${queueId}`)
      const here = called.calls.recent.filter(({ ticketId }) => called.line.tickets.get(ticketId)?.queueId === queueId)
      return [...new Set(here.map(({ ticketId }) => ticketId))].slice(0, NEIGHBOURS + 1)
    },
    (one, other) => one.join() === other.join(),
  )
