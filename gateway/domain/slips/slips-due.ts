import type { Ticket } from '../line/ticket.ts'
import { ticketOf } from '../line/state.ts'
import type { OfficeState } from '../office-state.ts'

/** Tickets whose paper is still to come out of a printer: queued, or failed and to be tried again. Who came first is first. */
export const slipsDue = (state: OfficeState, printerId: string): Ticket[] =>
  [...(state.printers.due.get(printerId) ?? [])]
    .map((ticketId) => ticketOf(state, ticketId))
    .sort((one, other) => one.takenAt - other.takenAt)

/** To be called after each change of a slip. `before`: where it was to be printed, null = nowhere. */
export function keepDue(state: OfficeState, { id, slip }: Ticket, before: string | null): void {
  const { due } = state.printers
  const isDue = slip.state === 'queued' || slip.state === 'failed'
  if (before !== null && (!isDue || before !== slip.printerId)) due.get(before)?.delete(id)
  if (!isDue || slip.printerId === null) return
  const own = due.get(slip.printerId) ?? new Set()
  due.set(slip.printerId, own.add(id))
}
