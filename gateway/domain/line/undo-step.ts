import type { Command } from '../../contract/commands.ts'
import { counterState, setCounter } from '../counters/state.ts'
import { type Decision, type Moment, type Refusal, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { isAbsent } from './arrival.ts'
import type { UndoEvent } from './events.ts'
import type { LastStep } from './last-step.ts'
import { joinLine, joinLineAt, leaveLine } from './stand-in-line.ts'
import { setStatus, ticketOf } from './state.ts'
import type { Ticket } from './ticket.ts'

/** Steps that follow one another as quickly as that are one slip of the finger: 办结，叫下一位 is two of them. */
const ONE_SLIP_MS = 2_000

/** The steps that are taken back together, newest first; [] = there are none. */
export function slipOf(steps: readonly LastStep[]): LastStep[] {
  const slip: LastStep[] = []
  for (const step of steps.toReversed()) {
    const after = slip.at(-1)
    if (after && after.at - step.at > ONE_SLIP_MS) break
    slip.push(step)
  }
  return slip
}

/** The first of these steps, newest first, that somebody has gone on from; null = all can be taken back, one after the other. */
export function movedOn(slip: readonly LastStep[], touchedSeqOf: (ticketId: string) => number | null): LastStep | null {
  const touched = new Map<string, number>()
  for (const step of slip) {
    if ((touched.get(step.ticketId) ?? touchedSeqOf(step.ticketId)) !== step.seq) return step
    touched.set(step.ticketId, step.touchedBefore)
  }
  return null
}

/**
 * Takes back a counter's last steps as one; asked again, those before them. Refuses after the hall's seconds, and when somebody did
 * something with one of the numbers since.
 */
export function undoStep(
  hallModel: HallModel,
  state: OfficeState,
  { counterId }: Extract<Command, { type: 'undo-step' }>,
  moment: Moment,
): Decision {
  if (!hallModel.counters.has(counterId)) return refuse('unknown-counter', { counterId })
  const slip = slipOf(state.line.lastSteps.get(counterId) ?? [])
  const why = whyNotBack(hallModel, state, slip, moment)
  if (why !== null) return why
  if (counterState(state, counterId).state === 'closed') return refuse('counter-closed', { counterId })
  const events = slip.map(({ ticketId }): UndoEvent => ({ type: 'step-undone', counterId, ticketId }))
  return accept(events, { counterId, ticketId: slip.at(-1)?.ticketId ?? null })
}

/** Takes back the last step of whoever stands at a desk, if it was with this number. Refuses as at a counter. */
export function undoDeskStep(
  hallModel: HallModel,
  state: OfficeState,
  { ticketId }: Extract<Command, { type: 'undo-desk-step' }>,
  actor: string,
  moment: Moment,
): Decision {
  const last = state.line.deskSteps.get(actor)?.at(-1)
  if (last?.ticketId !== ticketId) return refuse('nothing-to-undo')
  const why = whyNotBack(hallModel, state, [last], moment)
  return why ?? accept([{ type: 'desk-step-undone', ticketId }], { ticketId })
}

function whyNotBack(
  { hall }: HallModel,
  state: OfficeState,
  slip: readonly LastStep[],
  { now }: Moment,
): Refusal | null {
  const [last] = slip
  if (!last || now - last.at > hall.undoSeconds * 1000) return refuse('nothing-to-undo')
  const stuck = movedOn(slip, (ticketId) => state.line.tickets.get(ticketId)?.touchedSeq ?? null)
  if (stuck === null) return null
  const counterId = state.line.tickets.get(stuck.ticketId)?.counterId ?? null
  return refuse('moved-on', { number: stuck.ticket.number, counterId })
}

/** So many calls that were taken back are told to the walls, which may still have to speak them. */
const TAKEN_BACK = 50

/** Number, counter, line and wall as before the step; the paper is where it is. What was learnt about the wait stays: one in many. */
export function evolveUndo(state: OfficeState, event: UndoEvent & { actor: string; seq: number }): OfficeState {
  const steps =
    event.type === 'step-undone' ? state.line.lastSteps.get(event.counterId) : state.line.deskSteps.get(event.actor)
  const last = steps?.pop()
  if (!last) return state
  const ticket = ticketOf(state, event.ticketId)
  leaveLine(state, ticket)
  setStatus(state, ticket, ticket.status, last.ticket.status)
  // What a clerk found out meanwhile stays found out; the words of a transfer go with it.
  const { slip, missing, checked } = ticket
  const notes = last.step === 'ticket-transferred' ? last.ticket.notes : ticket.notes
  Object.assign(ticket, last.ticket, { slip, missing, checked, notes, touchedSeq: last.touchedBefore })
  if (isAbsent(ticket)) state.line.absent.add(ticket.id)
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
  if (event.type === 'step-undone' && last.counter !== null) setCounter(state, event.counterId, last.counter)
  if (last.callId === null) return state
  state.calls.recent = state.calls.recent.filter((call) => call.callId !== last.callId)
  state.calls.takenBack = [...state.calls.takenBack, last.callId].slice(-TAKEN_BACK)
  return state
}

function standAgain(state: OfficeState, ticket: Ticket, place: number): void {
  if (ticket.returned) joinLineAt(state, ticket, place)
  else joinLine(state, ticket)
}
