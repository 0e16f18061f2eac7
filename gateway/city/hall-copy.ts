import { hourAt } from '../contract/hall-time.ts'
import type { CityPulse } from '../contract/city.ts'
import type { LoggedEvent } from '../domain/events.ts'
import { evolve } from '../domain/evolve.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { type OfficeState, emptyOffice } from '../domain/office-state.ts'
import type { LogEnd } from '../store/event-log.ts'
import { FIRST_HASH } from '../store/hash-chain.ts'

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
  isUnfit: false,
})

export const waitingNow = ({ state }: Pick<FoldedHall, 'state'>): number =>
  (state.line.byStatus.get('waiting')?.size ?? 0) - state.line.absent.size

/** One more fact of the hall. */
export function foldEvent(hall: FoldedHall, event: LoggedEvent, timeZone: string): void {
  if (event.type === 'day-opened') {
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
