import type { Booking } from '../../contract/booking.ts'
import type { Moment } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import { type AppointmentBook, slotKey } from './state.ts'
import { addDays, epochOf, weekdayOf } from '../../contract/hall-time.ts'

export interface BookableDay {
  day: string
  weekday: number
  /** `left`: free places by queue, 0 when full; hours that have begun are not there. */
  slots: { clock: string; left: Record<string, number> }[]
}

/** Is the hall open on this day? Its weekdays, and the holidays and moved working days of the national calendar. */
export function isOpenOn({ hall, alwaysOpen, calendar }: HallModel, day: string): boolean {
  if (alwaysOpen || calendar.work.includes(day)) return true
  return !calendar.off.includes(day) && hall.hours.weekdays.includes(weekdayOf(day))
}

/** Free places of one slot; 0 for an hour or queue that cannot be booked. */
export const placesLeft = (
  booking: Booking,
  book: AppointmentBook,
  day: string,
  clock: string,
  queueId: string,
): number =>
  booking.slots.includes(clock)
    ? Math.max(0, (booking.places[queueId] ?? 0) - (book.taken.get(slotKey(day, clock, queueId)) ?? 0))
    : 0

/** Every day and hour that can be booked at this moment. */
export function bookableDays(
  hallModel: HallModel,
  book: AppointmentBook,
  moment: Pick<Moment, 'now' | 'day'>,
): BookableDay[] {
  const { booking, timeZone } = hallModel.hall
  if (booking === null) return []
  const days = Array.from({ length: booking.daysAhead }, (_, nth) => addDays(moment.day, nth)).filter((day) =>
    isOpenOn(hallModel, day),
  )
  return days.map((day) => ({
    day,
    weekday: weekdayOf(day),
    slots: booking.slots
      .filter((clock) => epochOf(day, clock, timeZone) > moment.now)
      .map((clock) => ({
        clock,
        left: Object.fromEntries(
          Object.keys(booking.places).map((queueId) => [queueId, placesLeft(booking, book, day, clock, queueId)]),
        ),
      })),
  }))
}
