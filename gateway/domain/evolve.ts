import { evolveAlert } from './alerts/evolve.ts'
import { evolveApprovals, forgetDelivered } from './approvals/evolve.ts'
import { evolveAppointments, turnBook } from './appointments/evolve.ts'
import { emptyCalls } from './calls/state.ts'
import { evolveBackups } from './backups/evolve.ts'
import { evolveHallChanges } from './hall-changes/state.ts'
import { evolveCatalogue } from './catalogue/evolve.ts'
import { evolveClock } from './clock/evolve.ts'
import { noteTime } from './clock/state.ts'
import { evolveCounters } from './counters/evolve.ts'
import { emptyCounters } from './counters/state.ts'
import { evolveDevice } from './devices/evolve.ts'
import { evolveEmergency } from './emergency/evolve.ts'
import { evolveEscalations } from './escalations/state.ts'
import type { LoggedEvent } from './events.ts'
import { evolveLegs } from './flows/evolve.ts'
import { evolveGrievance, turnGrievances } from './grievances/evolve.ts'
import { evolveHelp } from './help/evolve.ts'
import { noHelp } from './help/state.ts'
import { evolveLights } from './lights/evolve.ts'
import { evolveTicket } from './line/evolve-ticket.ts'
import { nextDayLine } from './line/state.ts'
import { evolveUndo } from './line/undo-step.ts'
import { evolveLogGaps } from './log-gaps/evolve.ts'
import { evolveNotice } from './notices/evolve.ts'
import type { OfficeState } from './office-state.ts'
import { evolvePads } from './pads/evolve.ts'
import { evolveRating, noteServed } from './ratings/evolve.ts'
import { nextDayRatings } from './ratings/state.ts'
import { evolveAsked, noteAsked } from './asked/state.ts'
import { evolveConsultations, turnConsultations } from './consultations/state.ts'
import { evolveErrands, noErrands } from './errands/state.ts'
import { evolveRegister } from './register/state.ts'
import { evolveRoster, forgetOldDuties } from './roster/state.ts'
import { evolveSeats, noSeats } from './seats/state.ts'
import { evolveSlip } from './slips/evolve.ts'
import { countLine } from './today/count-line.ts'
import { countFirstCall, uncountFirstCall } from './today/count-wait.ts'
import { nothingToday } from './today/state.ts'
import { closeHours } from './waits/hours-at-work.ts'
import { closeLessons } from './waits/learnt-wait.ts'
import { evolveWall } from './wall/evolve.ts'

/** The next state. Works in place: the state has one owner (office.ts). Facts are never refused here. */
export function evolve(state: OfficeState, event: LoggedEvent): OfficeState {
  state.seq = event.seq
  noteTime(state.clock, event.at)
  evolveSeats(state, event)
  countLine(state, event.at)
  switch (event.type) {
    case 'day-opened':
      return openDay(state, event.day, event.at)
    case 'clock-doubted':
    case 'clock-trusted':
    case 'day-corrected':
      return evolveClock(state, event)
    case 'log-gap-accepted':
      return evolveLogGaps(state, event)
    case 'leg-left':
    case 'legs-dropped':
      return evolveLegs(state, event)
    case 'appointment-booked':
    case 'appointment-confirmed':
    case 'appointment-released':
    case 'appointment-cancelled':
    case 'appointment-moved':
    case 'appointment-met':
    case 'appointment-due':
    case 'appointment-missed':
      return evolveAppointments(state, event)
    case 'ticket-called':
      countFirstCall(state, event)
      return evolveTicket(state, event)
    case 'ticket-taken':
    case 'ticket-recalled':
    case 'ticket-resumed':
    case 'ticket-served':
    case 'ticket-missed':
    case 'ticket-held':
    case 'ticket-transferred':
    case 'ticket-followed':
    case 'ticket-requeued':
    case 'ticket-deferred':
    case 'ticket-coming':
    case 'ticket-arrived':
    case 'ticket-passed-over':
    case 'ticket-cancelled':
    case 'ticket-expired':
    case 'ticket-prioritised':
    case 'ticket-noted':
    case 'materials-checked':
      return evolveTicket(state, event)
    case 'ticket-finished':
      evolveTicket(state, event)
      noteServed(state, event.ticketId)
      return state
    case 'slip-queued':
    case 'slip-printing':
    case 'slip-printed':
    case 'slip-failed':
    case 'slip-unknown':
    case 'printer-paper':
    case 'test-page-ordered':
    case 'list-ordered':
    case 'way-ordered':
      return evolveSlip(state, event)
    case 'emergency-raised':
    case 'emergency-lifted':
    case 'emergency-ended':
      evolveEmergency(state.emergency, event)
      return state
    case 'alert-received':
      evolveAlert(state.alerts, event)
      return state
    case 'notice-drafted':
    case 'notice-edited':
    case 'notice-submitted':
    case 'notice-approved':
    case 'notice-withdrawn':
      evolveNotice(state.notices, event)
      return state
    case 'hall-changed':
      evolveHallChanges(state.hallChanges, event)
      return state
    case 'backup-made':
    case 'backup-failed':
      evolveBackups(state.backups, event)
      return state
    case 'catalogue-imported':
    case 'catalogue-restored':
    case 'matters-edited':
      evolveCatalogue(state.catalogue, event)
      return state
    case 'layout-switched':
    case 'announcement-made':
    case 'announcement-stopped':
    case 'screen-reload-ordered':
    case 'screen-picture-ordered':
      evolveWall(state.wall, event)
      return state
    case 'counter-opened':
    case 'counter-paused':
    case 'counter-closed':
    case 'counter-assigned':
    case 'counter-restored':
    case 'tide-came':
    case 'tide-went':
      return evolveCounters(state, event)
    case 'step-undone':
      uncountFirstCall(state, event)
      return evolveUndo(state, event)
    case 'desk-step-undone':
      return evolveUndo(state, event)
    case 'pad-taught':
    case 'pad-bound':
      evolvePads(state.pads, event)
      return state
    case 'visit-rated':
      return evolveRating(state, event)
    case 'grievance-filed':
    case 'grievance-explained':
    case 'grievance-assigned':
    case 'grievance-contacted':
    case 'grievance-added-to':
    case 'grievance-urged':
    case 'grievance-answered':
    case 'grievance-closed':
    case 'grievance-withdrawn':
    case 'grievance-reminded':
    case 'contact-read':
      return evolveGrievance(state, event)
    case 'staff-added':
    case 'staff-changed':
    case 'password-given-out':
    case 'password-changed':
    case 'phone-joined':
    case 'phone-forgotten':
    case 'staff-signed-in':
    case 'sign-in-locked':
    case 'staff-signed-out':
    case 'staff-left':
    case 'staff-returned':
    case 'device-enrolled':
    case 'enrolment-refused':
    case 'enrolled-renamed':
    case 'device-revoked':
    case 'token-made':
    case 'token-revoked':
      evolveRegister(state.register, event)
      return state
    case 'records-exported':
    case 'terminal-used':
      return state
    case 'device-switched-off':
    case 'device-switched-on':
      evolveDevice(state.devices, event)
      return state
    case 'help-called':
    case 'help-asked':
    case 'help-requested':
    case 'help-left':
    case 'help-answered':
    case 'help-finished':
      evolveHelp(state.help, event)
      return state
    case 'light-changed':
    case 'case-urged':
    case 'case-answered':
      evolveLights(state.lights, event)
      return state
    case 'approval-accepted':
    case 'approval-leg-asked':
    case 'approval-leg-supplied':
    case 'approval-leg-noted':
    case 'approval-leg-finished':
    case 'approval-delivered':
      evolveApprovals(state.approvals, event)
      return state
    case 'roster-set':
      evolveRoster(state.roster, event)
      return state
    case 'consultation-noted':
    case 'consultation-handed-on':
    case 'consultation-answered':
      evolveConsultations(state.consultations, event, state.day ?? '')
      if (event.type === 'consultation-noted') noteAsked(state.asked, event, event.at)
      return state
    case 'errand-opened':
    case 'errand-item-added':
    case 'errand-item-numbered':
    case 'errand-item-ticked':
    case 'errand-handed-on':
    case 'errand-taken':
    case 'errand-closed':
      evolveErrands(state.errands, event)
      return state
    case 'alias-reviewed':
    case 'alias-withdrawn':
      evolveAsked(state.asked, event)
      return state
    case 'escalation-raised':
    case 'escalation-taken':
    case 'escalation-ended':
      evolveEscalations(state.escalations, event)
      return state
  }
}

/** What belongs to one day starts anew; what was learnt, hung up or booked stays. */
function openDay(state: OfficeState, day: string, at: number): OfficeState {
  state.day = day
  state.clock.dayOpenedAfter = state.clock.previousAt
  state.line = nextDayLine(state.line)
  state.counters = emptyCounters()
  state.seats = noSeats()
  state.calls = emptyCalls()
  state.help = noHelp()
  state.errands = noErrands()
  turnConsultations(state.consultations)
  state.today = nothingToday()
  state.ratings = nextDayRatings(state.ratings)
  turnGrievances(state, at)
  state.printers.due = new Map()
  turnBook(state.appointments, day)
  forgetDelivered(state.approvals, day)
  forgetOldDuties(state.roster, day)
  closeLessons(state.waits.lessons)
  closeHours(state.waits.hoursAtWork)
  return state
}
