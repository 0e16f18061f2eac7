import type { GradeCounts } from '../../contract/ratings.ts'
import type { LoggedEvent } from '../events.ts'
import type { OfficeState } from '../office-state.ts'
import { SHOWN_BY, countOf, noCounts } from './state.ts'

/** A grade, or another in its place. */
export function evolveRating(state: OfficeState, event: Extract<LoggedEvent, { type: 'visit-rated' }>): OfficeState {
  const { given, byCounter } = state.ratings
  const { ticketId, counterId, stars, via = 'button' } = event
  const before = given.get(ticketId)
  const counter = byCounter.get(counterId) ?? { counts: noCounts(), shown: noCounts() }
  for (const counts of [counter.counts, daySums(state)]) {
    if (before) add(counts, before.stars, -1)
    add(counts, stars, 1)
  }
  if (!before && countOf(counter.counts) % SHOWN_BY === 0) counter.shown = [...counter.counts]
  byCounter.set(counterId, counter)
  given.set(ticketId, { stars, at: before?.at ?? event.at, via })
  return state
}

/** Who left a counter last is who may rate it. A number that goes on to its next step has not ended. */
export function noteServed({ line, ratings }: OfficeState, ticketId: string): void {
  const ticket = line.tickets.get(ticketId)
  if (ticket?.status === 'done' && ticket.counterId !== null) ratings.lastServed.set(ticket.counterId, ticketId)
}

function daySums({ day, ratings: { days } }: OfficeState): GradeCounts {
  const last = days.at(-1)
  if (last && last.day === day) return last.counts
  const counts = noCounts()
  days.push({ day: day ?? '', counts })
  return counts
}

const add = (counts: GradeCounts, stars: number, by: number): void => {
  counts[stars - 1] = (counts[stars - 1] ?? 0) + by
}
