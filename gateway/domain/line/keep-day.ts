import { isWithin } from '../../contract/day-span.ts'
import { minuteOf } from '../../contract/hall-time.ts'
import type { Moment } from '../decision.ts'
import type { OfficeEvent } from '../events.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { ticketsIn } from './state.ts'

/** What the clock brings about within a day: tides that come and go, and the close of the day in the evening. */
export function keepDay(
  hallModel: HallModel,
  state: OfficeState,
  hour: Pick<Moment, 'minute' | 'weekday'>,
): OfficeEvent[] {
  return [...keepTides(hallModel, state, hour), ...closeDay(hallModel, state, hour.minute)]
}

/** A tide comes once a day, also late when the hall was without power at its hour; it goes at its end. */
function keepTides(
  { hall }: HallModel,
  state: OfficeState,
  { minute, weekday }: Pick<Moment, 'minute' | 'weekday'>,
): OfficeEvent[] {
  const events: OfficeEvent[] = []
  const free = new Set<string>()
  for (const { id, from, to } of hall.tides) {
    const moved = state.counters.tides.get(id)
    if (!moved || moved.length === 0 || isWithin({ from, to }, minute)) continue
    events.push({ type: 'tide-went', tideId: id })
    for (const counterId of moved) free.add(counterId)
  }
  for (const { id, from, to, weekdays, counters, queues } of hall.tides) {
    if (state.counters.tides.has(id) || !weekdays.includes(weekday) || !isWithin({ from, to }, minute)) continue
    const moved = counters.filter((counterId) => !state.counters.assigned.has(counterId) || free.has(counterId))
    for (const counterId of moved) free.delete(counterId)
    events.push({ type: 'tide-came', tideId: id, counters: moved, queues })
  }
  return events
}

/** From the hall's closing on, whoever is not at a counter expires with a record; those being served are finished first. */
function closeDay({ hall, alwaysOpen }: HallModel, state: OfficeState, minute: number): OfficeEvent[] {
  if (alwaysOpen || hall.dayClose === null || minute < minuteOf(hall.dayClose.at)) return []
  const left = new Set(ticketsIn(state, 'waiting', 'transferred', 'held', 'missed'))
  if (left.size === 0) return []
  return [...state.line.tickets.values()]
    .filter((ticket) => left.has(ticket))
    .map(({ id }): OfficeEvent => ({ type: 'ticket-expired', ticketId: id }))
}
