import type { TicketStatus } from '../../contract/view-parts.ts'
import type { LastStep } from './last-step.ts'
import type { Ticket } from './ticket.ts'
import type { Turns } from './turns.ts'

/** Today's numbers and where they stand. It belongs to one owner that evolves it in place. */
export interface LineState {
  /** Last number given, by series. */
  numbers: Map<string, number>
  tickets: Map<string, Ticket>
  byToken: Map<string, string>
  /** Ticket ids by status, in the order in which they came to it; a status that nobody has had is not here. */
  byStatus: Map<TicketStatus, Set<string>>
  /** Ticket ids in the order of calling, by queue; `@ID` holds those that wait for one counter. */
  lines: Map<string, string[]>
  /** How many of a line came with an appointment, and how many are priorities: without them the line itself is the order of calling. */
  bookedIn: Map<string, number>
  prioritiesIn: Map<string, number>
  /** By queue: calls while priorities and others both wait. */
  turns: Map<string, Turns>
  /** By counter: its steps of the last minute, oldest first, to be taken back within seconds. */
  lastSteps: Map<string, LastStep[]>
  /** The same by the name of who stands at a desk. */
  deskSteps: Map<string, LastStep[]>
  /** Numbers given today, by queue, and by queue and part of the day (`A 09:00`); without appointments. */
  given: Map<string, number>
  /** Numbers from outside that were not given up, by the queue for which they were taken. */
  fromOutside: Map<string, Set<string>>
  /** Numbers whose holders have not come to the hall yet. */
  absent: Set<string>
  /** Numbers given on a usual day, by queue: what-if asks how many are still to come. It outlives the day. */
  usualDay: Map<string, number>
  /** Tickets whose hour is still to come. */
  notYetDue: Set<string>
  /** Open tickets by keyed hash of the person; only where identity is read, only for the day. */
  identities: Map<string, Set<string>>
}

export const emptyLine = (): LineState => ({
  numbers: new Map(),
  tickets: new Map(),
  byToken: new Map(),
  byStatus: new Map(),
  lines: new Map(),
  bookedIn: new Map(),
  prioritiesIn: new Map(),
  turns: new Map(),
  lastSteps: new Map(),
  deskSteps: new Map(),
  given: new Map(),
  fromOutside: new Map(),
  absent: new Set(),
  usualDay: new Map(),
  notYetDue: new Set(),
  identities: new Map(),
})

/** The next day's: numbers start again, and the usual day has learnt from the one that ends. */
export function nextDayLine(line: LineState): LineState {
  for (const [key, given] of line.given)
    if (!key.includes(' ')) line.usualDay.set(key, fade(line.usualDay.get(key), given))
  return { ...emptyLine(), usualDay: line.usualDay }
}

/** Older days fade away. */
const fade = (before: number | undefined, given: number): number =>
  before === undefined ? given : 0.7 * before + 0.3 * given

interface WithLine {
  readonly line: LineState
}

export const lineOf = ({ line }: WithLine, key: string): readonly string[] => line.lines.get(key) ?? []

/** The ticket that an event is about; throws when this day does not know it. */
export function ticketOf({ line }: WithLine, ticketId: string): Ticket {
  const ticket = line.tickets.get(ticketId)
  if (!ticket) throw new Error(`event about ticket ${ticketId}, which this day does not know`)
  return ticket
}

/** Tickets that have this status now, in the order in which they came to it. */
export function ticketsIn(state: WithLine, ...statuses: readonly TicketStatus[]): Ticket[] {
  const tickets: Ticket[] = []
  for (const status of statuses)
    for (const ticketId of state.line.byStatus.get(status) ?? []) tickets.push(ticketOf(state, ticketId))
  return tickets
}

/** The only way in which a ticket of the state gets its status. `before` null: it is new. */
export function setStatus({ line }: WithLine, ticket: Ticket, before: TicketStatus | null, status: TicketStatus): void {
  if (before !== null) line.byStatus.get(before)?.delete(ticket.id)
  const now = line.byStatus.get(status) ?? new Set()
  line.byStatus.set(status, now.add(ticket.id))
  ticket.status = status
}
