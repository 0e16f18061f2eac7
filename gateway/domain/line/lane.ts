import type { Ticket } from './ticket.ts'
import type { Turns } from './turns.ts'
import type { Policy, Why } from '../../contract/line.ts'
import { type TicketClass, classOf, countsFrom, plainWhy } from './ticket-class.ts'

export interface Pick {
  ticket: Ticket
  why: Why
}

/** What a counter may call of a queue: all in their order, all with those first who need an accessible counter, or only the others. */
export type Reach = 'all' | 'accessible-first' | 'without-accessible'

/** Places in the line, in the order of calling, and how many of them were called. */
interface Row {
  readonly places: number[]
  called: number
}
/** One class of a queue; who needs an accessible counter stands apart, so that every counter finds its first at once. */
type Rows = Record<'accessible' | 'others', Row>

/** One queue that is called down without touching the state: each call costs the same, however long the line is. */
export interface Lane {
  readonly policy: Policy
  readonly tickets: readonly Ticket[]
  readonly rows: Record<TicketClass, Rows>
  /** Bookings whose hour is still to come, the next one first: until then they stand among the ordinary. */
  readonly coming: number[]
  readonly gone: Set<Ticket>
  readonly left: { priority: number; ordinary: number }
  turns: Turns
}

const emptyRows = (): Rows => ({ accessible: { places: [], called: 0 }, others: { places: [], called: 0 } })
const sideOf = (ticket: Ticket): keyof Rows => (ticket.accessible ? 'accessible' : 'others')
const hourOf = (ticket: Ticket | undefined): number => ticket?.appointment?.at ?? 0

/** `tickets` in the order of the line; `now` in epoch ms. */
export function laneOf(policy: Policy, tickets: readonly Ticket[], turns: Turns, now: number): Lane {
  const rows = { priority: emptyRows(), appointment: emptyRows(), ordinary: emptyRows() }
  const left = { priority: 0, ordinary: 0 }
  const coming: number[] = []
  const byHour = (one: number, other: number): number => hourOf(tickets[one]) - hourOf(tickets[other])
  for (let place = 0; place < tickets.length; place++) {
    const ticket = tickets[place] as Ticket
    const own = classOf(ticket, now)
    rows[own][sideOf(ticket)].places.push(place)
    if (own === 'ordinary' && ticket.appointment !== null) coming.push(place)
    left[own === 'priority' ? 'priority' : 'ordinary'] += 1
  }
  for (const { places } of Object.values(rows.appointment)) places.sort(byHour)
  coming.sort(byHour)
  return { policy, tickets, rows, coming, gone: new Set(), left, turns: { ...turns } }
}

/** Who is next in this queue for a counter of that reach, and why. `now` must not go back from call to call. */
export function headOf(lane: Lane, reach: Reach, now: number): Pick | null {
  meetHours(lane, now)
  const { policy, turns, rows } = lane
  const priority = firstOf(lane, rows.priority, reach, false)
  const appointment = firstOf(lane, rows.appointment, reach, true)
  const ordinary = firstOf(lane, rows.ordinary, reach, false)
  const other = appointment ?? ordinary
  if (priority && (!other || priorityFirst(policy, turns, priority, other))) {
    return {
      ticket: priority,
      why: policy.kind === 'first-come' ? plainWhy(priority) : { rule: 'priority', reason: priority.priority ?? '' },
    }
  }
  if (!other) return null
  if (other === appointment)
    return { ticket: appointment, why: { rule: 'appointment', at: appointment.appointment?.at ?? 0 } }
  if (other.accessible) return { ticket: other, why: { rule: 'accessible' } }
  if (priority && policy.kind === 'interleave')
    return { ticket: other, why: { rule: 'its-turn', priorities: turns.priority } }
  if (priority && policy.kind === 'ageing')
    return { ticket: other, why: { rule: 'aged', headStartMinutes: policy.headStartMinutes } }
  return { ticket: other, why: plainWhy(other) }
}

/** Whose hour has come leaves the ordinary for the appointments; those who came before had earlier hours. */
function meetHours({ coming, tickets, gone, rows }: Lane, now: number): void {
  for (let place = coming[0]; place !== undefined && hourOf(tickets[place]) <= now; place = coming[0]) {
    coming.shift()
    const ticket = tickets[place] as Ticket
    if (gone.has(ticket)) continue
    const { places } = rows.ordinary[sideOf(ticket)]
    places.splice(places.indexOf(place), 1)
    rows.appointment[sideOf(ticket)].places.push(place)
  }
}

function firstOf({ tickets, gone }: Lane, rows: Rows, reach: Reach, byHour: boolean): Ticket | undefined {
  const headIn = (row: Row): number => {
    while (row.called < row.places.length && gone.has(tickets[row.places[row.called] as number] as Ticket))
      row.called += 1
    return row.places[row.called] ?? -1
  }
  const others = headIn(rows.others)
  if (reach === 'without-accessible') return tickets[others]
  const accessible = headIn(rows.accessible)
  if (accessible < 0 || others < 0) return tickets[Math.max(accessible, others)]
  const hours = byHour ? hourOf(tickets[accessible]) - hourOf(tickets[others]) : 0
  if (hours !== 0) return tickets[hours < 0 ? accessible : others]
  return tickets[reach === 'accessible-first' ? accessible : Math.min(accessible, others)]
}

function priorityFirst(policy: Policy, turns: Turns, priority: Ticket, other: Ticket): boolean {
  switch (policy.kind) {
    case 'strict':
      return true
    case 'interleave':
      return turns.ordinary === 0 ? turns.priority < policy.priority : turns.ordinary >= policy.ordinary
    case 'ageing':
    case 'first-come':
      return countsFrom(policy, priority) < countsFrom(policy, other)
  }
}

/** The lane after this ticket was called. */
export function callAway(lane: Lane, ticket: Ticket): void {
  lane.gone.add(ticket)
  lane.left[ticket.priority === null ? 'ordinary' : 'priority'] -= 1
  lane.turns = nextTurns(lane.turns, ticket, lane.left[ticket.priority === null ? 'priority' : 'ordinary'] > 0)
}

/** Only calls past somebody of the other class count; else the count starts anew. */
export function nextTurns(turns: Turns, called: Ticket, othersWait: boolean): Turns {
  if (!othersWait) return { priority: 0, ordinary: 0 }
  if (called.priority === null) return { priority: turns.priority, ordinary: turns.ordinary + 1 }
  return turns.ordinary > 0 ? { priority: 1, ordinary: 0 } : { priority: turns.priority + 1, ordinary: 0 }
}
