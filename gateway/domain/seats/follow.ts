import type { OfficeEvent } from '../events.ts'
import { ticketsIn } from '../line/state.ts'
import type { OfficeState } from '../office-state.ts'
import { numberOf } from './state.ts'

/** Numbers that were sent to a person go along when that person opens another counter. `actor`: who opens it. */
export function followPerson(state: OfficeState, actor: string, counterId: string): OfficeEvent[] {
  const number = numberOf(actor)
  if (number === null) return []
  return ticketsIn(state, 'transferred', 'waiting')
    .filter(({ forStaff, forCounter }) => forStaff === number && forCounter !== counterId)
    .map(({ id: ticketId }) => ({ type: 'ticket-followed', ticketId, counterId }))
}
