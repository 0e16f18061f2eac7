import type { AppointmentView, BookingView } from '../contract/appointments.ts'
import type { Appointment } from '../domain/appointments/state.ts'
import { bookableDays } from '../domain/appointments/bookable.ts'
import { personKeptDays } from '../domain/appointments/kept-days.ts'
import type { Moment } from '../domain/decision.ts'
import { isOpenOn } from '../domain/line/open-hours.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { hallHead, whereOf } from './queue-view.ts'
import type { Reading } from './reading.ts'

/** One appointment for who holds its code, and for staff. */
export function appointmentView(reading: Reading, one: Appointment): AppointmentView {
  const { hallModel } = reading
  const booking = hallModel.hall.booking
  const { code, state: how, day, clock, at, queueId } = one
  return {
    code,
    state: how,
    day,
    clock,
    at,
    queueId,
    queueName: hallModel.queues.get(queueId)?.name ?? queueId,
    matterName: one.matterId === null ? null : (hallModel.matters.get(one.matterId)?.name ?? null),
    queueNameEn: hallModel.queues.get(queueId)?.nameEn ?? null,
    matterNameEn: hallModel.matters.get(one.matterId ?? '')?.nameEn ?? null,
    from: at - (booking?.arrival.earlyMinutes ?? 0) * 60_000,
    until: at + (booking?.arrival.lateMinutes ?? 0) * 60_000,
    cancelUntil: at - (booking?.cancelBeforeMinutes ?? 0) * 60_000,
    confirmBy: how === 'booked' ? one.confirmBy : null,
    where: whereOf(reading, queueId),
    isOpen: isOpenOn(hallModel, day),
  }
}

/** What the phone page needs to offer days and hours; null when the hall takes no bookings by phone. */
export function bookingView(hallModel: HallModel, state: OfficeState, moment: Moment): BookingView | null {
  const { booking } = hallModel.hall
  if (!booking?.online) return null
  const { cancelBeforeMinutes, arrival } = booking
  const offered = hallModel.hall.queues.filter(({ id }) => booking.places[id] !== undefined)
  const matters = [...hallModel.matters.values()].flatMap(({ id, name, nameEn = null, queueId, popular }) =>
    queueId !== null && booking.places[queueId] !== undefined ? [{ id, name, nameEn, queueId, popular }] : [],
  )
  return {
    hall: hallHead(hallModel),
    queues: offered.map(({ id, name, nameEn, series }) => ({ id, name, nameEn, series })),
    matters,
    days: bookableDays(hallModel, state.appointments, moment),
    rules: {
      cancelBeforeMinutes,
      earlyMinutes: arrival.earlyMinutes,
      lateMinutes: arrival.lateMinutes,
      keptDays: personKeptDays(booking),
    },
  }
}
