import type { OfficeEvent } from '../events.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { isOpenOn } from '../line/open-hours.ts'
import { isInLine } from '../line/ticket-life.ts'
import { addDays } from '../../contract/hall-time.ts'

/** What the clock alone brings about: hours that have come for who waits, windows that closed on who did not come, places that nobody confirmed. */
export function keepHours(hallModel: HallModel, state: OfficeState, now: number): OfficeEvent[] {
  const { booking } = hallModel.hall
  const book = state.appointments
  if (booking === null || book.byId.size === 0) return []
  const events: OfficeEvent[] = []
  for (const one of book.byId.values()) {
    if (one.state !== 'booked') continue
    if (one.confirmBy !== null && now > one.confirmBy)
      events.push({ type: 'appointment-released', appointmentId: one.id })
    // On a day that turned out to be closed nobody could come.
    else if (now > one.at + booking.arrival.lateMinutes * 60_000 && isOpenOn(hallModel, one.day))
      events.push({
        type: 'appointment-missed',
        appointmentId: one.id,
        noShowsFrom: booking.noShow ? addDays(one.day, -booking.noShow.withinDays) : null,
      })
  }
  for (const ticketId of state.line.notYetDue) {
    const ticket = state.line.tickets.get(ticketId)
    if (ticket?.appointment && now >= ticket.appointment.at && isInLine(ticket.status))
      events.push({ type: 'appointment-due', ticketId })
  }
  return events
}
