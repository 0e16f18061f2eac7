import { hourAt } from '../contract/hall-time.ts'
import type { CityPulse } from '../contract/city.ts'
import type { LoggedEvent } from '../domain/events.ts'
import { evolve } from '../domain/evolve.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { Sum } from '../domain/reports/sum.ts'
import { type OfficeState, emptyOffice } from '../domain/office-state.ts'
import type { LogEnd } from '../store/event-log.ts'
import { FIRST_HASH } from '../store/hash-chain.ts'

/** A day that is over, as the messages of the stream in which it lies, and its rows among theirs. */
export interface OverDay {
  day: string
  /** First and last message, first and last row. */
  from: number
  until: number
  first: number
  last: number
  closedAt: number
  /** Its figures; null = not counted yet. */
  sum: Sum | null
}

/** What the city knows of a hall from its log; thrown away at any time, the stream makes it anew. */
export interface FoldedHall {
  id: string
  end: LogEnd
  state: OfficeState
  takenToday: number
  /** Minutes that today's visitors waited until they were called first. */
  waited: number[]
  /** People waiting at the end of each half hour of the day, by its number (0 to 47); what nothing happened in is not here. */
  course: Map<number, number>
  /** The open day, from the message and the row with which it began; null = none yet. */
  open: Pick<OverDay, 'day' | 'from' | 'first'> | null
  /** Oldest first. */
  over: OverDay[]
  /** Its log goes on with something that does not fit: nothing of it is shown any more. */
  isUnfit: boolean
}
/** The same with what it says of itself. */
export interface HallCopy extends FoldedHall {
  /** null until it has told what it is. */
  model: HallModel | null
  pulse: CityPulse | null
  /** Epoch ms on the city's clock; null = not since the city was started. */
  heardAt: number | null
}

export const newHall = (id: string): FoldedHall => ({
  id,
  end: { seq: 0, hash: FIRST_HASH },
  state: emptyOffice(),
  takenToday: 0,
  waited: [],
  course: new Map(),
  open: null,
  over: [],
  isUnfit: false,
})

export const waitingNow = ({ state }: Pick<FoldedHall, 'state'>): number =>
  (state.line.byStatus.get('waiting')?.size ?? 0) - state.line.absent.size

/** So many days are told of in reports. */
const DAYS_KEPT = 400

/** One more fact of the hall, from this message of the stream. */
export function foldEvent(hall: FoldedHall, event: LoggedEvent, timeZone: string, place: number): void {
  if (event.type === 'day-opened') {
    const { open } = hall
    const { seq: first, at: closedAt, day } = event
    if (open)
      hall.over = [...hall.over, { ...open, until: place, last: first - 1, closedAt, sum: null }].slice(-DAYS_KEPT)
    hall.open = { day, from: place, first }
    hall.takenToday = 0
    hall.waited = []
    hall.course = new Map()
  }
  if (event.type === 'ticket-taken') hall.takenToday += 1
  if (event.type === 'ticket-called') {
    const ticket = hall.state.line.tickets.get(event.ticketId)
    if (ticket && ticket.calledAt === null) hall.waited.push((event.at - ticket.takenAt) / 60_000)
  }
  evolve(hall.state, event)
  hall.course.set(Math.floor(hourAt(event.at, timeZone).minute / 30), waitingNow(hall))
}
