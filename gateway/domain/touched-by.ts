import type { LoggedEvent } from './events.ts'
import type { Key } from './keys.ts'
import { lineKey } from './line/ticket.ts'
import { numberOf, seatOf } from './seats/state.ts'
import type { OfficeState } from './office-state.ts'

/**
 * Says what a fact touches. To be asked before and after the fact is folded in: a number that goes to another queue touches the
 * one that it leaves and the one that it joins.
 */
export function touchedBy(state: OfficeState, event: LoggedEvent, touch: (key: Key) => void): void {
  touch('log')
  const sits = numberOf(event.actor)
  const seat = sits === null ? null : seatOf(state, sits)
  if (seat !== null) touch(`counter:${seat}`)
  switch (event.type) {
    case 'day-opened':
    case 'day-corrected':
    case 'clock-doubted':
    case 'clock-trusted':
    case 'log-gap-accepted':
      touch('all')
      return
    case 'ticket-taken':
      touch('tickets')
      touchTicket(state, event.ticketId, touch)
      return
    case 'ticket-called':
    case 'ticket-recalled':
    case 'ticket-resumed':
    case 'step-undone':
      touch('calls')
      touch(`counter:${event.counterId}`)
      touchTicket(state, event.ticketId, touch)
      // An undone call gives those whom it passed over their places back.
      if (event.type === 'step-undone')
        for (const { ticketId } of state.line.lastSteps.get(event.counterId)?.at(-1)?.passedOver ?? [])
          touchTicket(state, ticketId, touch)
      return
    case 'ticket-served':
    case 'ticket-finished':
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
    case 'desk-step-undone':
    case 'leg-left':
    case 'legs-dropped':
      touchTicket(state, event.ticketId, touch)
      return
    case 'slip-queued':
    case 'slip-printing':
    case 'slip-printed':
    case 'slip-failed':
    case 'slip-unknown':
      touch('slips')
      touch(`ticket:${event.ticketId}`)
      return
    case 'printer-paper':
    case 'test-page-ordered':
    case 'list-ordered':
    case 'way-ordered':
      touch('slips')
      return
    case 'appointment-booked':
    case 'appointment-confirmed':
    case 'appointment-released':
    case 'appointment-cancelled':
    case 'appointment-moved':
    case 'appointment-missed':
      touch('appointments')
      return
    case 'appointment-met':
    case 'appointment-due':
      touch('appointments')
      touchTicket(state, event.ticketId, touch)
      return
    case 'counter-opened':
    case 'counter-paused':
    case 'counter-closed':
      touch('counters')
      touch(`counter:${event.counterId}`)
      return
    case 'counter-assigned':
    case 'counter-restored':
    case 'tide-came':
    case 'tide-went':
      touch('serving')
      return
    case 'help-called':
    case 'help-requested':
    case 'help-left':
      touch('help')
      return
    case 'help-asked':
      touch('help')
      touch(`ticket:${event.ticketId}`)
      return
    case 'help-answered':
    case 'help-finished': {
      touch('help')
      const ticketId = state.help.open.find(({ id }) => id === event.helpId)?.ticketId ?? null
      if (ticketId !== null) touch(`ticket:${ticketId}`)
      return
    }
    case 'emergency-raised':
    case 'emergency-lifted':
    case 'emergency-ended':
      touch('emergency')
      return
    case 'notice-drafted':
    case 'notice-edited':
    case 'notice-submitted':
    case 'notice-approved':
    case 'notice-withdrawn':
      touch('notices')
      return
    case 'alert-received':
      touch('alerts')
      return
    case 'hall-changed':
      // No view shows it; whoever takes it into the running hall has all made again.
      return
    case 'catalogue-imported':
    case 'catalogue-restored':
    case 'matters-edited':
      touch('catalogue')
      return
    case 'layout-switched':
    case 'announcement-made':
    case 'announcement-stopped':
    case 'screen-reload-ordered':
    case 'screen-picture-ordered':
      touch('wall')
      return
    case 'pad-taught':
    case 'pad-bound':
      touch('pads')
      return
    case 'visit-rated':
      touch('ratings')
      touch(`rating:${event.counterId}`)
      touch(`ticket:${event.ticketId}`)
      return
    case 'grievance-filed':
      touch('grievances')
      if (event.ticketId !== null) touch(`ticket:${event.ticketId}`)
      return
    case 'grievance-explained':
    case 'grievance-withdrawn': {
      touch('grievances')
      const ticketId = state.grievances.byId.get(event.grievanceId)?.ticketId ?? null
      if (ticketId !== null) touch(`ticket:${ticketId}`)
      return
    }
    case 'grievance-assigned':
    case 'grievance-contacted':
    case 'grievance-added-to':
    case 'grievance-urged':
    case 'grievance-answered':
    case 'grievance-closed':
    case 'grievance-reminded':
      touch('grievances')
      return
    case 'contact-read':
    case 'backup-made':
    case 'backup-failed':
    case 'records-exported':
      return
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
      // The register itself is read where it is shown; only the records tell of these.
      return
    case 'terminal-used':
      return
    case 'device-switched-off':
    case 'device-switched-on':
      touch('devices-off')
      return
    case 'light-changed':
    case 'case-urged':
    case 'case-answered':
      touch('lights')
      return
    case 'approval-accepted':
    case 'approval-leg-asked':
    case 'approval-leg-supplied':
    case 'approval-leg-noted':
    case 'approval-leg-finished':
    case 'approval-delivered':
      touch('approvals')
      return
    case 'roster-set':
      touch('roster')
      return
    case 'consultation-noted':
    case 'consultation-handed-on':
    case 'consultation-answered':
      touch('consultations')
      if (event.type === 'consultation-noted') touch('asked')
      return
    case 'errand-opened':
    case 'errand-item-added':
    case 'errand-item-numbered':
    case 'errand-item-ticked':
    case 'errand-handed-on':
    case 'errand-taken':
    case 'errand-closed':
      touch('errands')
      return
    case 'alias-reviewed':
    case 'alias-withdrawn':
      touch('asked')
      return
    case 'escalation-raised':
    case 'escalation-taken':
    case 'escalation-ended':
      touch('escalations')
      return
  }
}

/** The number, its queue and line, and the counter where it is. */
function touchTicket(state: OfficeState, ticketId: string, touch: (key: Key) => void): void {
  touch(`ticket:${ticketId}`)
  const ticket = state.line.tickets.get(ticketId)
  if (!ticket) return
  touch(`queue:${ticket.queueId}`)
  if (ticket.forCounter !== null) touch(`queue:${lineKey(ticket)}`)
  if (ticket.counterId !== null) touch(`counter:${ticket.counterId}`)
}
