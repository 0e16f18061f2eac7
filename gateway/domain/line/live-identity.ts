import type { Ticket } from './ticket.ts'
import type { OfficeState } from '../office-state.ts'
import { isOver } from './ticket-life.ts'

/** The open ticket of this person in this queue; null = none, or the person is not known. */
export function liveTicketOf(state: OfficeState, identity: string | null, queueId: string): Ticket | null {
  if (identity === null) return null
  for (const ticketId of state.line.identities.get(identity) ?? []) {
    const ticket = state.line.tickets.get(ticketId)
    if (
      ticket &&
      !isOver(ticket.status) &&
      (ticket.queueId === queueId || ticket.legs.some((leg) => leg.queueId === queueId && leg.state === 'to-come'))
    )
      return ticket
  }
  return null
}

/** The number whose holder this person is and has not come with to the hall; null = none. From outside nobody holds two. */
export const absentTicketOf = ({ line }: OfficeState, identity: string | null): Ticket | null =>
  [...(line.identities.get(identity ?? '') ?? [])]
    .filter((id) => line.absent.has(id))
    .flatMap((id) => line.tickets.get(id) ?? [])[0] ?? null

/** With the visit the tie to the person ends. */
export function forgetIdentity(state: OfficeState, ticketId: string): void {
  for (const [identity, tickets] of state.line.identities) {
    if (!tickets.delete(ticketId)) continue
    if (tickets.size === 0) state.line.identities.delete(identity)
    return
  }
}
