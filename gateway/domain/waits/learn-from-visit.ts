import type { Ticket } from '../line/ticket.ts'
import { learnComing, learnStay } from './leavers.ts'
import { learnVisit } from './learnt-wait.ts'
import type { WaitsState } from './state.ts'
import { learnOff, learnService, learnWait } from './wait-memory.ts'

/** Waits are learnt from those who came without a booking or a priority, were never sent elsewhere and let nobody go first. */
const isPlainFirstCall = (ticket: Ticket): boolean =>
  ticket.times === 0 &&
  ticket.deferred === 0 &&
  ticket.status === 'waiting' &&
  ticket.calledAt === null &&
  ticket.priority === null &&
  ticket.appointment === null

const minutesSince = (then: number, at: number): number => (at - then) / 60_000

/** A ticket is called. Gives the minutes that it waited, if that teaches something; to be asked before it changes. `at` epoch ms. */
export function learnFirstCall(waits: WaitsState, ticket: Ticket, at: number): number | null {
  if (!isPlainFirstCall(ticket)) return null
  const minutes = minutesSince(ticket.takenAt, at)
  learnWait(waits.memory, ticket.queueId, ticket.aheadAtStart, minutes, ticket.forecast)
  if (ticket.forecast) learnOff(waits.memory, waits.hallOff, ticket.queueId, minutes, ticket.forecast)
  learnStay(waits.leavers, minutes, false)
  learnLesson(waits, ticket, minutes)
  return minutes
}

/** A visitor gave the number back before the first call. */
export function learnCancelled(waits: WaitsState, ticket: Ticket, at: number): void {
  if (isPlainFirstCall(ticket)) learnStay(waits.leavers, minutesSince(ticket.takenAt, at), true)
}

/** Only what one clerk did without a break says how long a service takes. */
export function learnTaken(waits: WaitsState, ticket: Ticket, at: number): void {
  if (ticket.calledAt !== null && ticket.counterId !== null)
    learnService(waits.memory, ticket.queueId, minutesSince(ticket.calledAt, at))
}

/** Whether somebody came after the first call. */
export function learnCame(waits: WaitsState, ticket: Ticket, came: boolean): void {
  if (ticket.firstWait !== null) learnComing(waits.leavers, ticket.firstWait, came)
  ticket.firstWait = null
}

/** Forecasts of old logs do not say enough to learn from. */
function learnLesson(waits: WaitsState, { forecast, aheadAtStart }: Ticket, minutes: number): void {
  if (forecast?.open === undefined || forecast.minute === undefined || forecast.mixed === undefined) return
  const { place, replay, open, minute, mixed, learnt = null } = forecast
  learnVisit(waits.lessons, { place, replay, ahead: aheadAtStart, open, minute }, minutes, { learnt, mixed })
}
