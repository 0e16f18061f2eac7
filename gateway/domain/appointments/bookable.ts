import { isBookable } from '../../contract/bookable-hour.ts'
import type { Hall } from '../../contract/hall.ts'
import type { Moment } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import { isPromised } from '../line/open-hours.ts'
import { type AppointmentBook, slotKey } from './state.ts'
import { addDays, epochOf, weekdayOf } from '../../contract/hall-time.ts'

export interface BookableDay {
  day: string
  weekday: number
  /** `left`: free places by queue, 0 when full; a queue that is not at work then is not there, nor is an hour that has begun. */
  slots: { clock: string; left: Record<string, number> }[]
}

/** Free places of one slot; 0 for an hour or queue that cannot be booked. */
export const placesLeft = (hall: Hall, book: AppointmentBook, day: string, clock: string, queueId: string): number =>
  isBookable(hall, queueId, clock)
    ? Math.max(0, (hall.booking?.places[queueId] ?? 0) - (book.taken.get(slotKey(day, clock, queueId)) ?? 0))
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
    isPromised(hallModel, day),
  )
  return days.map((day) => ({
    day,
    weekday: weekdayOf(day),
    slots: booking.slots
      .filter((clock) => epochOf(day, clock, timeZone) > moment.now)
      .map((clock) => ({
        clock,
        left: Object.fromEntries(
          Object.keys(booking.places)
            .filter((queueId) => isBookable(hallModel.hall, queueId, clock))
            .map((queueId) => [queueId, placesLeft(hallModel.hall, book, day, clock, queueId)]),
        ),
      })),
  }))
}
