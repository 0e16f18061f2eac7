import { counterState } from '../counters/state.ts'
import type { LoggedEvent } from '../events.ts'
import type { OfficeState } from '../office-state.ts'
import type { LastStep } from './last-step.ts'
import type { Ticket } from './ticket.ts'
import { isInLine } from './ticket-life.ts'

const atCounters: readonly LoggedEvent['type'][] = [
  ...(['ticket-called', 'ticket-recalled', 'ticket-served', 'ticket-finished'] as const),
  ...(['ticket-missed', 'ticket-held', 'ticket-resumed', 'ticket-transferred'] as const),
  ...(['leg-left', 'legs-dropped'] as const),
]
const atDesks: readonly LoggedEvent['type'][] = [
  'ticket-requeued',
  'ticket-prioritised',
  'ticket-transferred',
  'ticket-cancelled',
]
/** A step that its counter, or whoever stood at a desk, can take back. */
export const isCounterStep = (type: LoggedEvent['type']): boolean => atCounters.includes(type)
export const isDeskStep = (type: LoggedEvent['type']): boolean => atDesks.includes(type)

/** No hall lets anything older be taken back. */
const REMEMBERED_MS = 60_000

/** Remembers the step about to be taken; a step of anybody else with the same number makes the older memory worthless. */
export function rememberStep(state: OfficeState, event: Extract<LoggedEvent, { ticketId: string }>): void {
  const ticket = state.line.tickets.get(event.ticketId)
  if (!ticket) return
  const touchedBefore = ticket.touchedSeq
  ticket.touchedSeq = event.seq
  const counterId = 'counterId' in event ? event.counterId : ticket.counterId
  // A held or missed ticket is no longer at its counter: what others do with it is not that counter's step.
  const isThere = counterId !== null && ('counterId' in event || counterState(state, counterId).ticketId === ticket.id)
  const step = (counter: LastStep['counter']): LastStep => ({
    seq: event.seq,
    touchedBefore,
    at: event.at,
    step: event.type,
    ticketId: ticket.id,
    ticket: { ...ticket },
    counter,
    place: isInLine(ticket.status) ? placeInClass(state, ticket) : null,
    callId: 'callId' in event ? event.callId : null,
    passedOver: [],
  })
  if (isThere && isCounterStep(event.type)) {
    const { ticketId, finished, servedMs } = counterState(state, counterId)
    push(state.line.lastSteps, counterId, step({ ticketId, finished, servedMs }))
  } else if (!isThere && isDeskStep(event.type)) push(state.line.deskSteps, event.actor, step(null))
}

/** The call that this one comes with can be taken back: then it has its place again. Before it leaves the line. */
export function rememberPassedOver(
  state: OfficeState,
  ticket: Ticket,
  { counterId, seq }: { counterId: string; seq: number },
): void {
  const place = placeInClass(state, ticket)
  const last = state.line.lastSteps.get(counterId)?.at(-1)
  last?.passedOver.push({ seq, ticketId: ticket.id, ticket: { ...ticket }, place })
}

function push(steps: Map<string, LastStep[]>, whose: string, step: LastStep): void {
  const fresh = (steps.get(whose) ?? []).filter(({ at }) => Math.abs(step.at - at) <= REMEMBERED_MS)
  steps.set(whose, [...fresh, step])
}

function placeInClass(state: OfficeState, ticket: Ticket): number {
  const line = state.line.lines.get(ticket.forCounter === null ? ticket.queueId : `@${ticket.forCounter}`) ?? []
  const own = line.filter((id) => (state.line.tickets.get(id)?.priority !== null) === (ticket.priority !== null))
  return Math.max(0, own.indexOf(ticket.id))
}
