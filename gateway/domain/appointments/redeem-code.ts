import type { RefusalCode } from '../../contract/refusals.ts'
import type { Moment } from '../decision.ts'
import { againWhen } from '../line/open-hours.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { type Appointment, appointmentOf } from './state.ts'
import { clockAt, dayAt } from '../../contract/hall-time.ts'

export type Redeemed =
  /** `inWindow`: the visitor was told to come now. */
  | { ok: true; appointment: Appointment; counts: boolean; inWindow: boolean }
  | { ok: false; code: RefusalCode; details: Record<string, string | number | null> }

/**
 * What a code is worth now. Inside the window it counts: until the hour the visitor waits as everybody does, from the hour on in
 * the class of appointments. Before the window: come back, or wait (a setting). After it: an ordinary number, or none (a setting).
 * `letIn`: a guide takes its holder in before the window of the same day.
 * A place that is only held is taken up by coming for it; nothing is left of one that was given back.
 */
export function redeemCode(
  hallModel: HallModel,
  state: OfficeState,
  code: string,
  moment: Moment,
  letIn = false,
): Redeemed {
  const booking = hallModel.hall.booking
  if (booking === null) return { ok: false, code: 'booking-off', details: {} }
  const one = appointmentOf(state.appointments, code)
  if (!one) return { ok: false, code: 'unknown-code', details: {} }
  const about = { day: one.day, clock: one.clock, today: moment.day }
  if (one.state === 'came' || one.state === 'cancelled')
    return { ok: false, code: 'code-used', details: { ...about, state: one.state } }
  if (one.state === 'released') return { ok: false, code: 'appointment-released', details: about }
  const { arrival } = booking
  const { timeZone } = hallModel.hall
  const from = one.at - arrival.earlyMinutes * 60_000
  const until = one.at + arrival.lateMinutes * 60_000
  const isSentAway = one.day !== moment.day || (moment.now < from && arrival.tooEarly === 'come-back' && !letIn)
  // Sent away for now, its holder would find the place given back.
  if (isSentAway && one.confirmBy !== null)
    return {
      ok: false,
      code: 'confirm-first',
      details: { ...about, byDay: dayAt(one.confirmBy, timeZone), byClock: clockAt(one.confirmBy, timeZone) },
    }
  if (one.day !== moment.day) return { ok: false, code: 'appointment-other-day', details: about }
  if (isSentAway) return { ok: false, code: 'appointment-early', details: { ...about, from: clockAt(from, timeZone) } }
  if (moment.now <= until) return { ok: true, appointment: one, counts: true, inWindow: moment.now >= from }
  return arrival.tooLate === 'refuse'
    ? { ok: false, code: 'appointment-late', details: { ...about, ...againWhen(hallModel, moment, one.queueId) } }
    : { ok: true, appointment: one, counts: false, inWindow: false }
}
