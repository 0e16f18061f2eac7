import type { AppointmentView } from '../../gateway/contract/appointments.ts'
import { encodeIcs } from './encode-ics.ts'
import { say } from './words.ts'

const LASTS_MS = 30 * 60_000
const REMIND_MINUTES = 60

/** The appointment as a calendar has it; the code is in it, so that it is at hand when it is needed. `now` epoch ms. */
export const icsOf = (appointment: AppointmentView, hallName: string, now: number): string =>
  encodeIcs({
    uid: `${appointment.at}-${appointment.code}@tingshi`,
    madeAt: now,
    from: appointment.at,
    until: appointment.at + LASTS_MS,
    title: say('calendar.title', { hall: hallName, what: appointment.matterName ?? appointment.queueName }),
    place: hallName,
    text: say('calendar.text', { code: appointment.code }),
    remindMinutes: REMIND_MINUTES,
  })

/** Hands the file to the phone, which asks whether to keep it. Nothing goes over the network: the code stands in it. */
export function addToCalendar(appointment: AppointmentView, hallName: string, now: number): void {
  const address = URL.createObjectURL(new Blob([icsOf(appointment, hallName, now)], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${appointment.day}.ics`
  link.click()
  URL.revokeObjectURL(address)
}
