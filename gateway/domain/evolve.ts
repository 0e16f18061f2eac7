import { evolveAlert } from './alerts/receive-alert.ts'
import { evolveAppointments, turnBook } from './appointments/evolve-appointments.ts'
import { evolveDevice } from './devices/run-device.ts'
import { evolveSlip } from './evolve-slip.ts'
import { evolveTicket } from './evolve-ticket.ts'
import { evolveEmergency } from './emergency/run-emergency.ts'
import { evolveNotice } from './notices/run-notice.ts'
import type { LoggedEvent } from './events.ts'
import { evolveLegs } from './flows/evolve-legs.ts'
import { evolveUndo } from './line/undo-step.ts'
import { evolveLine } from './line/evolve-line.ts'
import { type OfficeState, setCounter } from './office-state.ts'
import { evolvePads } from './pads/run-pad.ts'
import { evolveCatalogue } from './run-catalogue.ts'
import { turnRoll } from './paper-roll.ts'
import { closeLessons } from './waits/learnt-wait.ts'
import { closeHours, countHours } from './waits/hours-at-work.ts'
import { evolveWall } from './wall/evolve-wall.ts'

/** The next state. Works in place: the state has one owner (office.ts). Facts are never refused here. */
export function evolve(state: OfficeState, event: LoggedEvent): OfficeState {
  state.seq = event.seq
  switch (event.type) {
    case 'day-opened':
      for (const [key, given] of state.given)
        if (!key.includes(' ')) state.usualDay.set(key, usual(state.usualDay.get(key), given))
      Object.assign(state, {
        day: event.day,
        numbers: new Map(),
        tickets: new Map(),
        byToken: new Map(),
        lines: new Map(),
      })
      Object.assign(state, {
        counters: new Map(),
        calls: [],
        takenBack: [],
        help: [],
        turns: new Map(),
        assigned: new Map(),
        lastSteps: new Map(),
      })
      Object.assign(state, {
        notYetDue: new Set(),
        identities: new Map(),
        given: new Map(),
        tides: new Map(),
        ratings: new Map(),
      })
      turnBook(state.appointments, event.day)
      closeLessons(state.lessons)
      closeHours(state.hoursAtWork)
      return state
    case 'leg-left':
    case 'legs-dropped':
      return evolveLegs(state, event)
    case 'appointment-booked':
    case 'appointment-cancelled':
    case 'appointment-met':
    case 'appointment-due':
    case 'appointment-missed':
      return evolveAppointments(state, event)
    case 'ticket-taken':
    case 'ticket-called':
    case 'ticket-recalled':
    case 'ticket-resumed':
    case 'ticket-served':
    case 'ticket-finished':
    case 'ticket-missed':
    case 'ticket-held':
    case 'ticket-transferred':
    case 'ticket-requeued':
    case 'ticket-cancelled':
    case 'ticket-expired':
    case 'ticket-prioritised':
      return evolveTicket(state, event)
    case 'slip-queued':
    case 'slip-printing':
    case 'slip-printed':
    case 'slip-failed':
    case 'slip-unknown':
      return evolveSlip(state, event)
    case 'emergency-raised':
    case 'emergency-lifted':
    case 'emergency-ended':
      return evolveEmergency(state, event)
    case 'alert-received':
      return evolveAlert(state, event)
    case 'notice-drafted':
    case 'notice-edited':
    case 'notice-submitted':
    case 'notice-approved':
    case 'notice-withdrawn':
      return evolveNotice(state, event)
    case 'catalogue-imported':
    case 'catalogue-restored':
      evolveCatalogue(state, event, event.at)
      return state
    case 'printer-paper':
      turnRoll(state.rolls, event.printerId, event.paper)
      return state
    case 'layout-switched':
    case 'announcement-made':
    case 'announcement-stopped':
    case 'screen-reload-ordered':
    case 'screen-picture-ordered':
      evolveWall(state.wall, event)
      return state
    case 'test-page-ordered':
    case 'list-ordered':
      return state
    case 'counter-opened':
      countCounters(state, event.at)
      setCounter(state, event.counterId, { state: 'open', pauseReason: null, freedAt: null })
      return state
    case 'counter-paused':
      countCounters(state, event.at)
      setCounter(state, event.counterId, { state: 'paused', pauseReason: event.reason })
      return state
    case 'counter-closed':
      countCounters(state, event.at)
      setCounter(state, event.counterId, { state: 'closed', pauseReason: null })
      return state
    case 'counter-assigned':
    case 'counter-restored':
    case 'tide-came':
    case 'tide-went':
      return evolveLine(state, event)
    case 'step-undone':
      return evolveUndo(state, event)
    case 'pad-taught':
    case 'pad-bound':
    case 'visit-rated':
      return evolvePads(state, event)
    case 'device-switched-off':
    case 'device-switched-on':
      return evolveDevice(state, event)
    case 'help-called':
      state.help.push({
        id: event.helpId,
        terminalId: event.terminalId,
        where: event.where,
        at: event.at,
        answeredBy: null,
      })
      return state
    case 'help-answered':
      state.help = state.help.map((help) => (help.id === event.helpId ? { ...help, answeredBy: event.by } : help))
      return state
    case 'help-finished':
      state.help = state.help.filter((help) => help.id !== event.helpId)
      return state
  }
}

/** Older days fade away. */
const usual = (before: number | undefined, given: number): number =>
  before === undefined ? given : 0.7 * before + 0.3 * given

/** How many counters were open until one of them changes now. */
function countCounters(state: OfficeState, at: number): void {
  const counters = [...state.counters.values()]
  const open = counters.filter((one) => one.state === 'open').length
  countHours(state.hoursAtWork, at, open, open + counters.filter((one) => one.state === 'paused').length)
}
