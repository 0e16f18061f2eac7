import { type Ticket, lineKey } from './ticket.ts'
import type { OfficeState } from '../office-state.ts'

/** Joins by arrival within its class. Those put back after a miss stay where they were put: nobody is measured against them. */
export function joinLine(state: OfficeState, ticket: Ticket): number {
  const line = state.line.lines.get(lineKey(ticket)) ?? []
  let place = line.length
  for (let at = line.length - 1; at >= 0; at -= 1) {
    const other = state.line.tickets.get(line[at] ?? '')
    if (!other || other.returned) continue
    if (!goesBefore(ticket, other)) break
    place = at
  }
  return insert(state, ticket, place)
}

/** Joins at a place among its own class (0 = head), or behind the last. */
export function joinLineAt(state: OfficeState, ticket: Ticket, place: number): number {
  const line = state.line.lines.get(lineKey(ticket)) ?? []
  const own = line.flatMap((id, at) =>
    (state.line.tickets.get(id)?.priority !== null) === (ticket.priority !== null) ? [at] : [],
  )
  return insert(state, ticket, own[place] ?? line.length)
}

export function leaveLine(state: OfficeState, ticket: Ticket): void {
  const line = state.line.lines.get(lineKey(ticket))
  const at = line?.indexOf(ticket.id) ?? -1
  if (at < 0) return
  line?.splice(at, 1)
  countClasses(state, ticket, -1)
}

function insert(state: OfficeState, ticket: Ticket, place: number): number {
  const key = lineKey(ticket)
  const line = state.line.lines.get(key) ?? []
  line.splice(place, 0, ticket.id)
  state.line.lines.set(key, line)
  countClasses(state, ticket, 1)
  return place
}

function countClasses({ line: { bookedIn, prioritiesIn } }: OfficeState, ticket: Ticket, by: 1 | -1): void {
  const key = lineKey(ticket)
  const count = (counts: Map<string, number>): unknown => counts.set(key, (counts.get(key) ?? 0) + by)
  if (ticket.appointment !== null) count(bookedIn)
  if (ticket.priority !== null) count(prioritiesIn)
}

/** Priorities, then appointments whose hour has come (the earlier hour first), then by arrival. */
function goesBefore(one: Ticket, other: Ticket): boolean {
  const rank = (ticket: Ticket): number => (ticket.priority !== null ? 0 : ticket.appointment?.due ? 1 : 2)
  if (rank(one) !== rank(other)) return rank(one) < rank(other)
  const hours = one.appointment?.due && other.appointment?.due ? one.appointment.at - other.appointment.at : 0
  return hours !== 0 ? hours < 0 : one.takenAt < other.takenAt
}
