import type { RatingView } from '../contract/rating-view.ts'
import type { GradeCounts } from '../contract/ratings.ts'
import { RATED_WITHIN_MS } from '../contract/grade-rules.ts'
import type { Ticket } from '../domain/line/ticket.ts'
import { noCounts } from '../domain/ratings/state.ts'
import { counterFact, ticketFact } from './facts.ts'
import { hallHead } from './queue-view.ts'
import type { Reading } from './reading.ts'

/** The tablet beside a counter: whose visit ended there a moment ago. null when there is no such counter. */
export function ratingView(reading: Reading, counterId: string): RatingView | null {
  const { hallModel } = reading
  if (!hallModel.counters.has(counterId)) return null
  return { hall: hallHead(hallModel), counterId, visit: visitAt(reading, counterId) }
}

/** Until the next visitor is served: who sits down then is not asked about somebody else. */
function visitAt(reading: Reading, counterId: string): RatingView['visit'] {
  const last = reading.state(`counter:${counterId}`).ratings.lastServed.get(counterId) ?? null
  const ticket = ticketFact(reading, last)
  if (ticket?.status !== 'done' || ticket.endedAt === null) return null
  if (!reading.isBefore(ticket.endedAt + RATED_WITHIN_MS)) return null
  if (ticketFact(reading, counterFact(reading, counterId).ticketId)?.status === 'serving') return null
  return { ticketId: ticket.id, number: ticket.number, endedAt: ticket.endedAt, ...gradeOf(reading, ticket.id) }
}

/** What the phone behind the slip may know of its visit's grade; null = the visit has not ended. */
export const ratingOf = (reading: Reading, ticket: Readonly<Ticket>): ReturnType<typeof gradeOf> | null =>
  ticket.status === 'done' && ticket.counterId !== null ? gradeOf(reading, ticket.id) : null

function gradeOf(reading: Reading, ticketId: string): { stars: number | null; isExplained: boolean } {
  const { ratings, grievances } = reading.state(`ticket:${ticketId}`)
  const grievance = grievances.byId.get(grievances.byTicket.get(ticketId) ?? '')
  return { stars: ratings.given.get(ticketId)?.stars ?? null, isExplained: grievance?.isExplained ?? false }
}

/** What a counter may know of its own grades today. */
export const gradesShown = (reading: Reading, counterId: string): GradeCounts => [
  ...(reading.state(`rating:${counterId}`).ratings.byCounter.get(counterId)?.shown ?? noCounts()),
]
