import type { OfficeState } from '../office-state.ts'
import type { Ticket } from './ticket.ts'

/** Taken from outside, and its holder has not come: it keeps its place, but nobody calls it. */
export const isAbsent = ({ arrival }: Pick<Ticket, 'arrival'>): boolean => arrival === 'to-come'

export function noteFromOutside({ line }: OfficeState, { id, queueId }: Ticket): void {
  line.absent.add(id)
  line.fromOutside.set(queueId, (line.fromOutside.get(queueId) ?? new Set()).add(id))
}

/** Its holder stands in the hall; of a number that was taken there that is known. */
export function hasCome({ line }: OfficeState, ticket: Ticket): void {
  if (!isAbsent(ticket)) return
  ticket.arrival = 'here'
  line.absent.delete(ticket.id)
}
