import type { Report } from '../../contract/commands.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import { ticketsIn } from '../line/state.ts'
import type { Ticket } from '../line/ticket.ts'
import type { OfficeState } from '../office-state.ts'

/** Whoever was served has left by then: a later press is of somebody else. */
const RATED_WITHIN_MS = 5 * 60_000

/** A press on a rating button: of who was served last at that counter. Refuses when nobody was served there a moment ago. */
export function rateVisit(
  state: OfficeState,
  { counterId, stars }: Extract<Report, { type: 'rate-visit' }>,
  { now }: Moment,
): Decision {
  const ticket = lastServed(state, counterId, now)
  if (!ticket) return refuse('nobody-to-rate', { counterId })
  return accept([{ type: 'visit-rated', ticketId: ticket.id, counterId, stars }], { ticketId: ticket.id })
}

/** Who left this counter last, and not too long ago. */
function lastServed(state: OfficeState, counterId: string, now: number): Ticket | null {
  let last: Ticket | null = null
  for (const ticket of ticketsIn(state, 'done'))
    if (ticket.counterId === counterId && (ticket.endedAt ?? 0) > (last?.endedAt ?? now - RATED_WITHIN_MS))
      last = ticket
  return last
}
