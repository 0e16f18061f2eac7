import { counterState } from '../domain/counters/state.ts'
import type { Command, Report } from '../contract/commands.ts'
import type { Subject } from '../domain/decision.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { countersOf } from '../domain/counters/serving.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { appointmentView } from './appointment-view.ts'
import { noticeView } from './notice-view.ts'
import { nothingLive, plainReading } from './plain-reading.ts'
import { slipView, ticketView } from './ticket-view.ts'

/** The body that a command is answered with (ARCHITECTURE, section 5). Only the taker of a ticket learns its token. */
export function answerBody(
  hallModel: HallModel,
  state: OfficeState,
  command: Command | Report,
  subject: Subject,
  now: number,
): unknown {
  const ticket = subject.ticketId === null ? undefined : state.line.tickets.get(subject.ticketId)
  const reading = plainReading({ hallModel, state, now, live: nothingLive })
  const full = ticket ? ticketView(reading, ticket) : null
  if (command.type === 'take-ticket' && ticket && full) {
    const { ticketId, number, queueId, ahead, wait } = full
    const counters = countersOf(hallModel, state, queueId).map((counter) => counter.id)
    return {
      ticketId,
      number,
      queueId,
      token: ticket.token,
      ahead,
      wait,
      counters,
      slip: slipView(ticket),
      appointmentAt: full.appointmentAt,
      lateFor: full.lateFor,
      legs: full.legs,
    }
  }
  if (subject.appointmentId !== undefined) {
    const one = state.appointments.byId.get(subject.appointmentId)
    if (!one) return {}
    const view = appointmentView(reading, one)
    return command.type === 'book-appointment' ? { ...view, isNew: subject.isKnown !== true } : view
  }
  if (subject.counterId !== null) {
    const { state: opened, pauseReason } = counterState(state, subject.counterId)
    return { counter: { id: subject.counterId, state: opened, pauseReason }, ticket: full }
  }
  if (command.type === 'accept-approval') return { receipt: command.receipt }
  if (command.type === 'receive-alert')
    return { effect: state.alerts.byReference.get(command.reference)?.effect ?? 'recorded' }
  if (command.type === 'picture-screen')
    return { pictureId: state.wall.pictures.get(command.screenId)?.pictureId ?? null }
  const noticeId =
    'noticeId' in command
      ? command.noticeId
      : command.type === 'draft-notice'
        ? [...state.notices.byId.keys()].at(-1)
        : undefined
  const notice = state.notices.byId.get(noticeId ?? '')
  return full ?? (notice ? noticeView(notice, now) : {})
}
