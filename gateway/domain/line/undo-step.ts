import { ticketOf, setStatus } from './state.ts'
import type { Ticket } from './ticket.ts'
import { counterState, setCounter } from '../counters/state.ts'
import type { Command } from '../../contract/commands.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { LoggedEvent } from '../events.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { joinLine, joinLineAt, leaveLine } from './stand-in-line.ts'
import { isInLine } from './ticket-life.ts'

const undoable: readonly LoggedEvent['type'][] = [
  ...(['ticket-called', 'ticket-recalled', 'ticket-served', 'ticket-finished'] as const),
  ...(['ticket-missed', 'ticket-held', 'ticket-resumed', 'ticket-transferred'] as const),
  ...(['leg-left', 'legs-dropped'] as const),
]

/** A step of a counter that can be taken back. */
export const isUndoable = (type: LoggedEvent['type']): boolean => undoable.includes(type)

/** Remembers the step about to be taken; a step of anybody else with the same number makes the older memory worthless. */
export function rememberStep(state: OfficeState, event: Extract<LoggedEvent, { ticketId: string }>): void {
  const ticket = state.line.tickets.get(event.ticketId)
  if (!ticket) return
  ticket.touchedSeq = event.seq
  const counterId = 'counterId' in event ? event.counterId : ticket.counterId
  // A held or missed ticket is no longer at its counter: what others do with it is not that counter's step.
  if (
    !isUndoable(event.type) ||
    counterId === null ||
    (!('counterId' in event) && counterState(state, counterId).ticketId !== ticket.id)
  )
    return
  const { ticketId, finished, servedMs } = counterState(state, counterId)
  state.line.lastSteps.set(counterId, {
    seq: event.seq,
    at: event.at,
    step: event.type,
    ticketId: ticket.id,
    ticket: { ...ticket },
    counter: { ticketId, finished, servedMs },
    place: isInLine(ticket.status) ? placeInClass(state, ticket) : null,
    callId: 'callId' in event ? event.callId : null,
    passedOver: [],
  })
}

/** The call that this one comes with can be taken back: then it has its place again. Before it leaves the line. */
export function rememberPassedOver(
  state: OfficeState,
  ticket: Ticket,
  { counterId, seq }: { counterId: string; seq: number },
): void {
  const place = placeInClass(state, ticket)
  state.line.lastSteps.get(counterId)?.passedOver.push({ seq, ticketId: ticket.id, ticket: { ...ticket }, place })
}

/** Takes back a counter's last step. Refuses after the hall's seconds, and when somebody did something with the number since. */
export function undoStep(
  hallModel: HallModel,
  state: OfficeState,
  { counterId }: Extract<Command, { type: 'undo-step' }>,
  moment: Moment,
): Decision {
  if (!hallModel.counters.has(counterId)) return refuse('unknown-counter', { counterId })
  const last = state.line.lastSteps.get(counterId)
  if (!last || moment.now - last.at > hallModel.hall.undoSeconds * 1000) return refuse('nothing-to-undo')
  const ticket = state.line.tickets.get(last.ticketId)
  if (ticket?.touchedSeq !== last.seq)
    return refuse('moved-on', { number: last.ticket.number, counterId: ticket?.counterId ?? null })
  if (counterState(state, counterId).state === 'closed') return refuse('counter-closed', { counterId })
  return accept([{ type: 'step-undone', counterId, ticketId: last.ticketId }], { counterId, ticketId: last.ticketId })
}

/** So many calls that were taken back are told to the walls, which may still have to speak them. */
const TAKEN_BACK = 50

/** Number, counter, line and wall as before the step; the paper is where it is. What was learnt about the wait stays: one in many. */
export function evolveUndo(
  state: OfficeState,
  event: { counterId: string; ticketId: string; seq: number },
): OfficeState {
  const last = state.line.lastSteps.get(event.counterId)
  if (!last) return state
  state.line.lastSteps.delete(event.counterId)
  const ticket = ticketOf(state, event.ticketId)
  leaveLine(state, ticket)
  setStatus(state, ticket, ticket.status, last.ticket.status)
  Object.assign(ticket, last.ticket, { slip: ticket.slip, touchedSeq: event.seq })
  if (ticket.appointment?.due === false) state.line.notYetDue.add(ticket.id)
  if (last.place !== null) standAgain(state, ticket, last.place)
  for (const passed of last.passedOver.toReversed()) {
    const other = ticketOf(state, passed.ticketId)
    // Who has come since stands where that put them.
    if (other.touchedSeq !== passed.seq) continue
    setStatus(state, other, other.status, passed.ticket.status)
    Object.assign(other, passed.ticket, { slip: other.slip, touchedSeq: event.seq })
    standAgain(state, other, passed.place)
  }
  setCounter(state, event.counterId, last.counter)
  state.calls.recent = state.calls.recent.filter((call) => call.callId !== last.callId)
  if (last.callId !== null) state.calls.takenBack = [...state.calls.takenBack, last.callId].slice(-TAKEN_BACK)
  return state
}

function standAgain(state: OfficeState, ticket: Ticket, place: number): void {
  if (ticket.returned) joinLineAt(state, ticket, place)
  else joinLine(state, ticket)
}

function placeInClass(state: OfficeState, ticket: Ticket): number {
  const line = state.line.lines.get(ticket.forCounter === null ? ticket.queueId : `@${ticket.forCounter}`) ?? []
  const own = line.filter((id) => (state.line.tickets.get(id)?.priority !== null) === (ticket.priority !== null))
  return Math.max(0, own.indexOf(ticket.id))
}
