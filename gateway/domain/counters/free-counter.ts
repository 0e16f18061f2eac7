import type { Ticket } from '../line/ticket.ts'
import type { OfficeState } from '../office-state.ts'
import type { CounterState } from './state.ts'

/** The number leaves its counter. Gives the counter that is free now; null = it was at none. `at` epoch ms. */
export function freeCounter(state: OfficeState, ticket: Ticket, at: number): CounterState | null {
  const counter = ticket.counterId === null ? undefined : state.counters.states.get(ticket.counterId)
  if (!counter || counter.ticketId !== ticket.id) return null
  counter.ticketId = null
  counter.freedAt = at
  return counter
}
