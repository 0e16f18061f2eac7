import { isWithin } from './day-span.ts'
import { minuteOf } from './hall-time.ts'
import type { Hall } from './hall.ts'

/** Is the queue at work at this hour? Not before it opens, in its break, or after its own last number. */
export function isBookable(hall: Hall, queueId: string, clock: string): boolean {
  const queue = hall.queues.find(({ id }) => id === queueId)
  const { booking, hours } = hall
  if (!queue || !booking?.slots.includes(clock) || booking.places[queueId] === undefined) return false
  const open = queue.hours?.open ?? hours.open
  const end = queue.hours?.lastTicket ?? hours.close
  const lunch = queue.hours?.lunch ?? hall.lunch
  return clock >= open && clock < end && !(lunch && isWithin(lunch, minuteOf(clock)))
}
