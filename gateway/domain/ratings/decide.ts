import type { Report } from '../../contract/commands.ts'
import type { RatingSource } from '../../contract/ratings.ts'
import { CHANGED_WITHIN_MS, EXPLAINED_WITHIN_MS, RATED_WITHIN_MS, isLow } from '../../contract/grade-rules.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import { fileLowRating, ofVisit } from '../grievances/of-visit.ts'
import type { HallModel } from '../hall-model.ts'
import type { Ticket } from '../line/ticket.ts'
import type { OfficeState } from '../office-state.ts'
import type { Rating } from './state.ts'

type RatingOrder = Extract<Report, { type: 'rate-visit' | 'explain-rating' }>

export function decideRating(hallModel: HallModel, state: OfficeState, order: RatingOrder, moment: Moment): Decision {
  switch (order.type) {
    case 'rate-visit':
      return rateVisit(hallModel, state, order, moment)
    case 'explain-rating':
      return explainRating(state, order, moment)
  }
}

/**
 * One grade for each visit (GB/T 39735), given while the visit is fresh at the counter or by the phone that holds the number, and changed only by
 * whoever gave it and only at once. A low one opens a case that somebody must follow up; a change for the better takes that back.
 */
function rateVisit(
  hallModel: HallModel,
  state: OfficeState,
  { counterId, stars, ticketId = null, via = 'button' }: Extract<Report, { type: 'rate-visit' }>,
  moment: Moment,
): Decision {
  const ticket = ratedVisit(state, counterId, ticketId, via, moment.now)
  if (!ticket) return refuse('nobody-to-rate', { counterId })
  const before = state.ratings.given.get(ticket.id)
  if (before && !mayChange(before, via, moment.now)) return refuse('rated-already')
  const subject = { ticketId: ticket.id }
  if (before?.stars === stars) return accept([], subject)
  const rated = {
    type: 'visit-rated',
    ticketId: ticket.id,
    counterId: ticket.counterId ?? counterId,
    stars,
    via,
  } as const
  const open = ofVisit(state, ticket.id)
  if (isLow(stars) && !open) return accept([rated, fileLowRating(hallModel, ticket, stars, via, moment)], subject)
  if (!isLow(stars) && open)
    return accept([rated, { type: 'grievance-withdrawn', grievanceId: open.id, why: 'grade-changed' }], subject)
  return accept([rated], subject)
}

/** The reasons of a low grade, once, while the visitor still stands there. */
function explainRating(
  state: OfficeState,
  { ticketId, reasons, hasWords, hasContact }: Extract<Report, { type: 'explain-rating' }>,
  { now }: Moment,
): Decision {
  const rating = state.ratings.given.get(ticketId)
  const grievance = ofVisit(state, ticketId)
  if (!rating || !grievance || now - rating.at > EXPLAINED_WITHIN_MS) return refuse('nobody-to-rate')
  if (grievance.isExplained) return refuse('rated-already')
  return accept([{ type: 'grievance-explained', grievanceId: grievance.id, reasons, hasWords, hasContact }], {
    ticketId,
  })
}

/** At a counter only who left it last, and not too long ago: a later press is of somebody else. A phone has its number for the day. */
function ratedVisit(
  state: OfficeState,
  counterId: string,
  ticketId: string | null,
  via: RatingSource,
  now: number,
): Ticket | null {
  const ticket = state.line.tickets.get(ticketId ?? state.ratings.lastServed.get(counterId) ?? '')
  if (ticket?.status !== 'done' || ticket.counterId !== counterId) return null
  return via === 'phone' || now - (ticket.endedAt ?? 0) < RATED_WITHIN_MS ? ticket : null
}

/** On a button box the last press counts; on a page only what follows at once. Nobody changes what was given elsewhere. */
const mayChange = (before: Rating, via: RatingSource, now: number): boolean =>
  before.via === via && (via === 'button' || now - before.at <= CHANGED_WITHIN_MS)
