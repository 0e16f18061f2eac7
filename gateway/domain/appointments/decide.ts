import { isBookable } from '../../contract/bookable-hour.ts'
import type { Booking } from '../../contract/booking.ts'
import type { Command } from '../../contract/commands.ts'
import { isOffered } from '../../contract/is-offered.ts'
import { type Decision, type Moment, type Refusal, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { type Appointment, type AppointmentBook, appointmentOf } from './state.ts'
import { isOpenOn, isPromised } from '../line/open-hours.ts'
import { placesLeft } from './bookable.ts'
import { addDays, clockAt, dayAt, epochOf } from '../../contract/hall-time.ts'

type Book = Extract<Command, { type: 'book-appointment' }>
type Cancel = Extract<Command, { type: 'cancel-appointment' }>

/**
 * Refuses: a hall without booking; unknown matter or queue, or one that is not offered; an hour that is not offered, over or full; a person who has one that
 * day or did not come too often; a code somebody else holds. The same reference again is answered with what is booked.
 * What a visitor books is only held where the hall asks to confirm, no longer than its window; what staff and other systems book is firm.
 */
export function bookAppointment(
  hallModel: HallModel,
  state: OfficeState,
  command: Book,
  actor: string,
  moment: Moment,
): Decision {
  const { booking, timeZone } = hallModel.hall
  const book = state.appointments
  if (booking === null) return refuse('booking-off')
  const known = command.reference === null ? undefined : book.byReference.get(command.reference)
  if (known !== undefined) return accept([], { appointmentId: known, isKnown: true })
  const matter = command.matterId === null ? null : hallModel.matters.get(command.matterId)
  if (matter === undefined) return refuse('unknown-matter', { matterId: command.matterId })
  if (matter !== null && !isOffered(matter)) return refuse('matter-not-offered', { matterId: matter.id })
  if (matter !== null && matter.queueId === null) return refuse('not-at-counter', { matterId: matter.id })
  const queueId = matter?.queueId ?? command.queueId ?? ''
  if (!hallModel.queues.has(queueId)) return refuse('unknown-queue', { queueId: command.queueId })
  const { day, clock } = command
  const at = epochOf(day, clock, timeZone)
  const offered = isBookable(hallModel.hall, queueId, clock) && isOpenOn(hallModel, day)
  if (!offered || day < moment.day || day >= addDays(moment.day, booking.daysAhead))
    return refuse('slot-not-offered', { day, clock, queueId })
  if (!isPromised(hallModel, day)) return refuse('day-not-known', { day, today: moment.day })
  if (at <= moment.now) return refuse('slot-over', { day, clock, today: moment.day })
  const { person } = command
  if (person.length > 0) {
    for (const one of book.byId.values())
      if (one.day === day && one.person !== null && person.includes(one.person) && !isGivenBack(one))
        return refuse('booked-that-day', { day, today: moment.day })
    const until = blockedUntil(hallModel, book, person, moment.day)
    if (until !== null) return refuse('booking-blocked', { until, free: addDays(until, 1), today: moment.day })
  }
  if (placesLeft(hallModel.hall, book, day, clock, queueId) === 0)
    return refuse('slot-full', { day, clock, today: moment.day })
  if (command.code !== null && book.byCode.has(command.code)) return refuse('code-taken')
  const appointmentId = moment.newId()
  const code = command.code ?? newCode(book, moment)
  const booked = {
    appointmentId,
    code,
    day,
    clock,
    hour: at,
    queueId,
    matterId: matter?.id ?? null,
    person: person[0] ?? null,
    reference: command.reference,
    ...(actor === 'visitor' && booking.confirm !== null
      ? { confirmBy: Math.min(moment.now + booking.confirm.withinMinutes * 60_000, endOfWindow(booking, at)) }
      : {}),
  }
  return accept([{ type: 'appointment-booked', ...booked }], { appointmentId })
}

const isGivenBack = ({ state }: Appointment): boolean => state === 'cancelled' || state === 'released'
const endOfWindow = ({ arrival }: Booking, at: number): number => at + arrival.lateMinutes * 60_000

/** Until when a person may book nothing, as a day; null = may book. */
function blockedUntil(
  hallModel: HallModel,
  book: AppointmentBook,
  person: readonly string[],
  today: string,
): string | null {
  const rule = hallModel.hall.booking?.noShow ?? null
  if (rule === null) return null
  const missed = person.flatMap((one) => book.noShows.get(one) ?? []).sort()
  const last = missed.at(-1)
  if (last === undefined || missed.filter((day) => day > addDays(last, -rule.withinDays)).length < rule.most)
    return null
  const until = addDays(last, rule.blockDays)
  return today <= until ? until : null
}

/** Makes a held place firm; what is firm stays so. Refuses: a code nobody holds, one that was used, cancelled, or given back because nobody confirmed it. */
export function confirmAppointment(
  state: OfficeState,
  command: Extract<Command, { type: 'confirm-appointment' }>,
  moment: Moment,
): Decision {
  const found = bookedUnder(state.appointments, command.code, moment)
  if (!found.ok) return found
  const { id: appointmentId, confirmBy } = found.one
  return accept(confirmBy === null ? [] : [{ type: 'appointment-confirmed', appointmentId }], { appointmentId })
}

/** Refuses: a code nobody holds, one that was used, cancelled or given back; a visitor's own too late. Staff and other systems may at any time. */
export function cancelAppointment(
  hallModel: HallModel,
  state: OfficeState,
  command: Cancel,
  actor: string,
  moment: Moment,
): Decision {
  const found = bookedUnder(state.appointments, command.code, moment)
  if (!found.ok) return found
  const { one } = found
  const until = one.at - (hallModel.hall.booking?.cancelBeforeMinutes ?? 0) * 60_000
  if (actor === 'visitor' && moment.now > until) {
    const { timeZone } = hallModel.hall
    return refuse('cancel-too-late', {
      day: dayAt(until, timeZone),
      clock: clockAt(until, timeZone),
      today: moment.day,
    })
  }
  return accept([{ type: 'appointment-cancelled', appointmentId: one.id }], { appointmentId: one.id })
}

/** The appointment of a code that still stands. */
function bookedUnder(book: AppointmentBook, code: string, moment: Moment): { ok: true; one: Appointment } | Refusal {
  const one = appointmentOf(book, code)
  if (one === null) return refuse('unknown-code')
  if (one.state === 'released')
    return refuse('appointment-released', { day: one.day, clock: one.clock, today: moment.day })
  if (one.state !== 'booked') return refuse('code-used', { state: one.state })
  return { ok: true, one }
}

/** Eight digits out of an id that cannot be guessed; never one that somebody holds. */
function newCode(book: AppointmentBook, moment: Moment): string {
  for (;;) {
    let sum = 7
    for (const letter of moment.newId()) sum = (sum * 131 + (letter.codePointAt(0) ?? 0)) % 99_999_989
    const code = String(sum).padStart(8, '0')
    if (!book.byCode.has(code)) return code
  }
}
