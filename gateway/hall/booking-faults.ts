import { isBookable } from '../contract/bookable-hour.ts'
import type { Hall } from '../contract/hall.ts'

/** What `booking:` says about queues and hours that other files know. */
export function bookingFaults(hall: Hall): { path: PropertyKey[]; message: string }[] {
  const { booking, queues, flows, hours } = hall
  const known = new Set(queues.map(({ id }) => id))
  const faults: { path: PropertyKey[]; message: string }[] = []
  for (const [nth, { generalQueue }] of flows.entries())
    if (generalQueue !== null && !known.has(generalQueue))
      faults.push({
        path: ['flows', nth, 'generalQueue'],
        message: `没有队列 ${generalQueue}。请改成已有的编号，或先加上它。`,
      })
  if (booking === null) return faults
  for (const id of Object.keys(booking.places))
    if (!known.has(id))
      faults.push({ path: ['booking', 'places', id], message: `没有队列 ${id}。请改成已有的编号，或先加上它。` })
  for (const [nth, clock] of booking.slots.entries()) {
    if (nth > 0 && clock <= (booking.slots[nth - 1] ?? ''))
      faults.push({ path: ['booking', 'slots', nth], message: '时间要从早到晚写，不能写两次。' })
    if (clock < hours.open || clock >= hours.close)
      faults.push({
        path: ['booking', 'slots', nth],
        message: `${clock} 不在上班时间里。请改时间，或改 hours。`,
      })
    else if (!Object.keys(booking.places).some((id) => known.has(id) && isBookable(hall, id, clock)))
      faults.push({
        path: ['booking', 'slots', nth],
        message: `${clock} 没有队列在办（午休，或者已经不取号），约了也没人叫。请改时间，或改午休。`,
      })
  }
  return faults
}
