import { goesBefore } from './next-ticket.ts'
import { type OfficeState, type Ticket, lineKey } from './office-state.ts'

/** Joins behind everybody who goes before; people who came back stay where they were put. Answers how many are ahead. */
export function joinLine(state: OfficeState, ticket: Ticket): number {
  const line = state.lines.get(lineKey(ticket)) ?? []
  let place = line.length
  while (place > 0) {
    const other = state.tickets.get(line[place - 1] ?? '')
    if (other && !goesBefore(ticket, other)) break
    place -= 1
  }
  return joinLineAt(state, ticket, place)
}

/** Joins at a place (0 = head), or at the end of a shorter line. */
export function joinLineAt(state: OfficeState, ticket: Ticket, place: number): number {
  const key = lineKey(ticket)
  const line = state.lines.get(key) ?? []
  const at = Math.min(place, line.length)
  line.splice(at, 0, ticket.id)
  state.lines.set(key, line)
  return at
}

export function leaveLine(state: OfficeState, ticket: Ticket): void {
  const line = state.lines.get(lineKey(ticket))
  const at = line?.indexOf(ticket.id) ?? -1
  if (at >= 0) line?.splice(at, 1)
}
