import type { Ticket } from '../line/ticket.ts'
import type { OfficeState } from '../office-state.ts'
import { joinLine, leaveLine } from '../line/stand-in-line.ts'
import { isInLine } from '../line/ticket-life.ts'
import { type Appointment, type AppointmentBook, slotKey } from './state.ts'
import type { AppointmentEvent } from './events.ts'

/** Appointments after a fact. Works in place, like the whole state. */
export function evolveAppointments(state: OfficeState, event: AppointmentEvent & { at: number }): OfficeState {
  const book = state.appointments
  switch (event.type) {
    case 'appointment-booked': {
      const { appointmentId: id, code, day, clock, queueId, matterId, person, reference, hour } = event
      const one: Appointment = {
        id,
        code,
        day,
        clock,
        at: hour,
        queueId,
        matterId,
        person,
        tail: event.tail ?? null,
        reference,
        state: 'booked',
        confirmBy: event.confirmBy ?? null,
      }
      book.byId.set(id, one)
      book.byCode.set(code, id)
      if (reference !== null) book.byReference.set(reference, id)
      count(book, one, 1)
      return state
    }
    case 'appointment-confirmed': {
      const one = book.byId.get(event.appointmentId)
      if (one) one.confirmBy = null
      return state
    }
    case 'appointment-cancelled':
    case 'appointment-released': {
      const one = book.byId.get(event.appointmentId)
      if (!one) return state
      one.state = event.type === 'appointment-cancelled' ? 'cancelled' : 'released'
      count(book, one, -1)
      return state
    }
    case 'appointment-moved': {
      const one = book.byId.get(event.appointmentId)
      if (!one) return state
      count(book, one, -1)
      Object.assign(one, { day: event.day, clock: event.clock, at: event.hour })
      count(book, one, 1)
      return state
    }
    case 'appointment-met': {
      const one = book.byId.get(event.appointmentId)
      const ticket = state.line.tickets.get(event.ticketId)
      if (one?.person != null && one.state === 'missed') forgive(book, one.person, one.day)
      if (one) one.state = 'came'
      if (!one || !ticket) return state
      if (!event.counts) {
        ticket.lateFor = one.at
        return state
      }
      setAppointment(state, ticket, { id: one.id, at: one.at, due: event.at >= one.at })
      if (event.at < one.at) state.line.notYetDue.add(ticket.id)
      return state
    }
    case 'appointment-due': {
      const ticket = state.line.tickets.get(event.ticketId)
      if (ticket) makeDue(state, ticket)
      return state
    }
    case 'appointment-missed': {
      const one = book.byId.get(event.appointmentId)
      if (!one) return state
      one.state = 'missed'
      if (one.person !== null && event.noShowsFrom !== null) {
        const { noShowsFrom } = event
        book.noShows.set(one.person, [
          ...(book.noShows.get(one.person) ?? []).filter((day) => day > noShowsFrom),
          one.day,
        ])
      }
      return state
    }
  }
}

/** A day that opened by a wrong clock must be able to go back: longer than a clock may be ahead without being doubted. */
const KEPT_DAYS = 20

/** What is long over is forgotten: appointments of past days, and no-shows that no rule asks for. */
export function turnBook(book: AppointmentBook, today: string): void {
  const kept = new Date(Date.parse(`${today}T00:00:00Z`) - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10)
  for (const one of [...book.byId.values()]) {
    if (one.day >= kept) continue
    book.byId.delete(one.id)
    book.byCode.delete(one.code)
    if (one.reference !== null) book.byReference.delete(one.reference)
    book.taken.delete(slotKey(one.day, one.clock, one.queueId))
  }
  const oldest = new Date(Date.parse(`${today}T00:00:00Z`) - 732 * 86_400_000).toISOString().slice(0, 10)
  for (const [person, days] of book.noShows) if ((days.at(-1) ?? '') < oldest) book.noShows.delete(person)
}

/** The day was not yet `today`: who was counted as missing from then on may still come. */
export function unturnBook(book: AppointmentBook, today: string): void {
  for (const one of book.byId.values()) {
    if (one.state !== 'missed' || one.day < today) continue
    one.state = 'booked'
    if (one.person !== null) forgive(book, one.person, one.day)
  }
}

/** Who came too late has come all the same: it does not count against them. */
function forgive(book: AppointmentBook, person: string, day: string): void {
  const days = (book.noShows.get(person) ?? []).filter((one) => one !== day)
  if (days.length === 0) book.noShows.delete(person)
  else book.noShows.set(person, days)
}

function makeDue(state: OfficeState, ticket: Ticket): void {
  state.line.notYetDue.delete(ticket.id)
  if (ticket.appointment) setAppointment(state, ticket, { ...ticket.appointment, due: true })
}

/** An appointment changes the place in the line. */
function setAppointment(state: OfficeState, ticket: Ticket, appointment: NonNullable<Ticket['appointment']>): void {
  const waits = isInLine(ticket.status)
  if (waits) leaveLine(state, ticket)
  ticket.appointment = appointment
  if (waits) joinLine(state, ticket)
}

function count(book: AppointmentBook, { day, clock, queueId }: Appointment, by: 1 | -1): void {
  const key = slotKey(day, clock, queueId)
  book.taken.set(key, (book.taken.get(key) ?? 0) + by)
}
