import { decideRating } from './ratings/decide.ts'
import { exportRecords } from './records/decide.ts'
import { runGrievance } from './grievances/decide.ts'
import type { Command, Report } from '../contract/commands.ts'
import { receiveAlert } from './alerts/decide.ts'
import { runApproval } from './approvals/decide.ts'
import { bookAppointment, cancelAppointment, confirmAppointment, moveAppointment } from './appointments/decide.ts'
import { recordBackup } from './backups/decide.ts'
import { runClock } from './clock/decide.ts'
import { callForHelp } from './help/decide.ts'
import { type Decision, type Moment, accept } from './decision.ts'
import { callsHeld, endEmergency, runEmergency } from './emergency/decide.ts'
import { runDevice } from './devices/decide.ts'
import { runNotice } from './notices/decide.ts'
import { runEscalations } from './escalations/decide.ts'
import type { OfficeEvent } from './events.ts'
import { leaveLeg } from './flows/decide.ts'
import type { HallModel } from './hall-model.ts'
import { runLights } from './lights/decide.ts'
import type { OfficeState } from './office-state.ts'
import { runAsked } from './asked/decide.ts'
import { runConsultation } from './consultations/decide.ts'
import { runErrand } from './errands/decide.ts'
import { recordRegister } from './register/decide.ts'
import { followPerson } from './seats/follow.ts'
import { setRoster } from './roster/decide.ts'
import { printList } from './slips/print-list.ts'
import { printWay } from './slips/print-way.ts'
import { reportSlip } from './slips/report-slip.ts'
import { assignCounter } from './counters/assign-counter.ts'
import { undoDeskStep, undoStep } from './line/undo-step.ts'
import { runPad } from './pads/decide.ts'
import { moveSlip } from './slips/move-slip.ts'
import { recordHallChange } from './hall-changes/decide.ts'
import { runCatalogue } from './catalogue/decide.ts'
import { reportPaper, testPrinter } from './slips/run-printer.ts'
import { decideOwnTurn } from './line/defer-ticket.ts'
import { arriveTicket } from './line/arrive-ticket.ts'
import { giveBack } from './line/give-back.ts'
import { rescueTicket } from './line/rescue-ticket.ts'
import { runCounter } from './counters/decide.ts'
import { takeTicket } from './line/take-ticket.ts'
import { isOver } from './line/ticket-life.ts'
import { tellUse } from './terminals/decide.ts'
import { workOnTicket } from './line/work-on-ticket.ts'
import { runWall } from './wall/decide.ts'

/** One command against the state: the facts that follow, or a refusal. `actor` is the name of who asked. */
export function decide(
  hallModel: HallModel,
  state: OfficeState,
  command: Command | Report,
  actor: string,
  moment: Moment,
): Decision {
  switch (command.type) {
    case 'take-ticket':
      return takeTicket(hallModel, state, command, moment)
    case 'open-counter': {
      const opened = callsHeld(state, command.type, moment.now) ?? runCounter(hallModel, state, command, moment)
      if (!opened.ok) return opened
      return { ...opened, events: [...opened.events, ...followPerson(state, actor, command.counterId)] }
    }
    case 'pause-counter':
    case 'close-counter':
    case 'call-next':
    case 'call-ticket':
    case 'recall-ticket':
    case 'serve-ticket':
    case 'finish-ticket':
    case 'miss-ticket':
    case 'hold-ticket':
    case 'resume-ticket':
      return callsHeld(state, command.type, moment.now) ?? runCounter(hallModel, state, command, moment)
    case 'transfer-ticket':
    case 'requeue-ticket':
    case 'cancel-ticket':
    case 'prioritise-ticket':
    case 'reprint-slip':
      return rescueTicket(hallModel, state, command, moment)
    case 'defer-ticket':
    case 'announce-coming':
      return decideOwnTurn(hallModel, state, command)
    case 'arrive-ticket':
      return arriveTicket(hallModel, state, command)
    case 'give-back-ticket':
      return giveBack(hallModel, state, command, moment)
    case 'assign-counter':
    case 'restore-counter':
      return assignCounter(hallModel, state, command)
    case 'check-materials':
    case 'print-missing':
    case 'note-ticket':
      return workOnTicket(hallModel, state, command)
    case 'undo-step':
      return undoStep(hallModel, state, command, moment)
    case 'undo-desk-step':
      return undoDeskStep(hallModel, state, command, actor, moment)
    case 'call-guide':
    case 'request-guide':
    case 'leave-help':
    case 'ask-guide':
    case 'answer-help':
    case 'finish-help':
      return callForHelp(hallModel, state, command, actor, moment)
    case 'book-appointment':
      return bookAppointment(hallModel, state, command, actor, moment)
    case 'confirm-appointment':
      return confirmAppointment(state, command, moment)
    case 'move-appointment':
      return moveAppointment(hallModel, state, command, moment)
    case 'cancel-appointment':
      return cancelAppointment(hallModel, state, command, actor, moment)
    case 'skip-leg':
    case 'drop-legs':
      return leaveLeg(state, command)
    case 'tell-use':
      return tellUse(hallModel, command)
    case 'print-list':
      return printList(hallModel, state, command)
    case 'print-way':
      return printWay(hallModel, state, command)
    case 'report-slip':
      return reportSlip(state, command)
    case 'move-slip':
      return moveSlip(hallModel, state, command)
    case 'report-paper':
      return reportPaper(hallModel, state, command)
    case 'test-printer':
      return testPrinter(hallModel, command)
    case 'switch-layout':
    case 'announce':
    case 'stop-announcement':
    case 'reload-screen':
    case 'picture-screen':
      return runWall(hallModel, state, command, moment)
    case 'raise-emergency':
    case 'lift-emergency':
      return runEmergency(state, command, moment)
    case 'draft-notice':
    case 'edit-notice':
    case 'revise-notice':
    case 'submit-notice':
    case 'approve-notice':
    case 'withdraw-notice':
      return runNotice(hallModel, state, command, actor, moment)
    case 'receive-alert':
      return receiveAlert(state, command, moment)
    case 'change-hall':
      return recordHallChange(command, moment)
    case 'import-catalogue':
    case 'undo-import':
    case 'edit-matters':
      return runCatalogue(state, command, moment)
    case 'teach-pad':
    case 'bind-pad':
      return runPad(hallModel, state, command)
    case 'rate-visit':
    case 'explain-rating':
      return decideRating(hallModel, state, command, moment)
    case 'file-grievance':
    case 'assign-grievance':
    case 'contact-grievance':
    case 'answer-grievance':
    case 'close-grievance':
    case 'read-contact':
    case 'urge-grievance':
    case 'add-to-grievance':
    case 'withdraw-grievance':
      return runGrievance(hallModel, state, command, moment)
    case 'switch-device-off':
    case 'switch-device-on':
      return runDevice(hallModel, state, command)
    case 'trust-clock':
    case 'report-clock':
      return runClock(state, command, actor, moment)
    case 'report-lights':
    case 'urge-case':
    case 'answer-case':
      return runLights(state, command, moment)
    case 'accept-approval':
    case 'ask-more':
    case 'supply-more':
    case 'note-leg':
    case 'finish-leg':
    case 'deliver-approval':
      return runApproval(hallModel, state, command, moment)
    case 'set-roster':
      return setRoster(hallModel, command)
    case 'report-standing':
    case 'take-escalation':
      return runEscalations(hallModel, state, command, actor, moment)
    case 'report-backup':
    case 'report-backup-failed':
      return recordBackup(command)
    case 'export-records':
      return exportRecords(command)
    case 'note-consultation':
    case 'hand-on-consultation':
    case 'answer-consultation':
      return runConsultation(hallModel, state, command, moment)
    case 'open-errand':
    case 'add-errand-item':
    case 'number-errand-item':
    case 'tick-errand-item':
    case 'hand-on-errand':
    case 'take-errand':
    case 'print-errand':
    case 'close-errand':
      return runErrand(hallModel, state, command, actor, moment)
    case 'review-alias':
    case 'withdraw-alias':
      return runAsked(hallModel, state.asked, command)
    case 'record-register':
      return recordRegister(state.register, command)
    case 'close-day':
      return accept(endEmergency(state, moment.now))
  }
}

/** A new business day: whatever is still open expires with a record, then numbers start from 001. Never goes back a day. */
export function turnDay(state: OfficeState, day: string): OfficeEvent[] {
  if (state.day !== null && day <= state.day) return []
  const open = [...state.line.tickets.values()].filter((ticket) => !isOver(ticket.status))
  return [
    ...open.map((ticket): OfficeEvent => ({ type: 'ticket-expired', ticketId: ticket.id })),
    { type: 'day-opened', day },
  ]
}
