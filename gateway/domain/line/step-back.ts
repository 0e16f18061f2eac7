import type { OfficeState } from '../office-state.ts'
import { freeCounter } from '../counters/free-counter.ts'
import { setStatus } from './state.ts'
import { joinLineAt, leaveLine } from './stand-in-line.ts'
import type { Ticket } from './ticket.ts'

/**
 * The visitor lets others go first: from the line, or from the counter that called. An hour that has come is given up: it would
 * bring the number to the front again. Nothing is learnt from a wait that was wished for.
 */
export function stepBack(
  state: OfficeState,
  ticket: Ticket,
  { place, at }: { place: number; at: number },
): OfficeState {
  leaveLine(state, ticket)
  freeCounter(state, ticket, at)
  setStatus(state, ticket, ticket.status, 'waiting')
  const { appointment } = ticket
  if (appointment?.due) Object.assign(ticket, { appointment: null, lateFor: appointment.at })
  Object.assign(ticket, { counterId: null, firstWait: null, times: 0, coming: false, returned: true, why: null })
  ticket.deferred += 1
  joinLineAt(state, ticket, place - 1)
  return state
}
