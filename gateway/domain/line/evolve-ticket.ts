import { changeSlip } from '../slips/evolve.ts'
import { learnDuration } from '../durations/state.ts'
import type { TicketEvent } from './events.ts'
import { freeCounter } from '../counters/free-counter.ts'
import { type CounterState, counterState, setCounter } from '../counters/state.ts'
import { lineOf, ticketOf, setStatus } from './state.ts'
import { MOST_NOTES, type Ticket, lineKey } from './ticket.ts'
import { keepCalls } from '../calls/keep-calls.ts'
import type { LoggedEvent } from '../events.ts'
import { forgetIdentity } from './live-identity.ts'
import { hasCome, noteFromOutside } from './arrival.ts'
import { rememberPassedOver, rememberStep } from './remember-step.ts'
import { nextTurns } from './lane.ts'
import type { OfficeState } from '../office-state.ts'
import { joinLine, joinLineAt, leaveLine } from './stand-in-line.ts'
import { stepBack } from './step-back.ts'
import { type TicketStep, stepTicket } from './ticket-life.ts'
import { learnBack, learnChangeover, learnEmptyCall } from '../waits/leavers.ts'
import { learnCame, learnCancelled, learnFirstCall, learnTaken } from '../waits/learn-from-visit.ts'

/** What happens in the life of a ticket: line, counter and calls follow it. */
export function evolveTicket(state: OfficeState, event: Extract<LoggedEvent, TicketEvent>): OfficeState {
  // Words and ticks go with the number wherever it goes; they are no step that others could have gone on from.
  if (event.type !== 'ticket-noted' && event.type !== 'materials-checked') rememberStep(state, event)
  switch (event.type) {
    case 'ticket-taken': {
      const {
        day,
        series,
        number,
        token,
        matterId,
        matterName = null,
        terminalId,
        missing,
        queueId,
        priority,
        accessible = false,
      } = event
      const ticket: Ticket = {
        id: event.ticketId,
        day,
        series,
        number,
        token,
        matterId,
        matterName,
        terminalId,
        missing,
        checked: false,
        notes: [],
        queueId,
        priority,
        accessible,
        takenAt: event.at,
        status: 'waiting',
        forCounter: null,
        forStaff: null,
        aheadAtStart: 0,
        forecast: event.forecast ?? null,
        counterId: null,
        calledAt: null,
        firstWait: null,
        servingAt: null,
        endedAt: null,
        appointment: null,
        lateFor: null,
        language: event.language ?? null,
        flowId: event.flowId ?? null,
        legs: (event.legs ?? []).map((leg, nth) => ({ ...leg, state: nth === 0 ? 'now' : 'to-come' })),
        missedAt: null,
        returned: false,
        deferred: 0,
        coming: false,
        arrival: event.remote === true ? 'to-come' : null,
        touchedSeq: event.seq,
        why: null,
        times: 0,
        holdReason: null,
        slip: { state: 'none', printerId: null, copy: 0, fault: null },
      }
      state.line.numbers.set(series, Number(number.slice(1)))
      if (event.booked !== true)
        for (const key of [queueId, ...(event.slot === undefined ? [] : [`${queueId} ${event.slot}`])])
          state.line.given.set(key, (state.line.given.get(key) ?? 0) + 1)
      if (event.remote === true) noteFromOutside(state, ticket)
      state.line.tickets.set(ticket.id, ticket)
      setStatus(state, ticket, null, 'waiting')
      state.line.byToken.set(token, ticket.id)
      if (event.identity !== undefined)
        state.line.identities.set(
          event.identity,
          (state.line.identities.get(event.identity) ?? new Set()).add(ticket.id),
        )
      ticket.aheadAtStart = joinLine(state, ticket)
      return state
    }
    case 'ticket-called': {
      const ticket = ticketOf(state, event.ticketId)
      leaveLine(state, ticket)
      countTurn(state, ticket)
      const freedAt = counterState(state, event.counterId).freedAt
      if (freedAt !== null && ticket.takenAt < freedAt)
        learnChangeover(state.waits.leavers, (event.at - freedAt) / 60_000)
      ticket.firstWait = learnFirstCall(state.waits, ticket, event.at)
      ticket.why = event.why ?? null
      ticket.returned = false
      ticket.times = 1
      return callTo(state, ticket, event, 'call')
    }
    case 'ticket-recalled': {
      const ticket = ticketOf(state, event.ticketId)
      ticket.times += 1
      return callTo(state, ticket, event, 'recall')
    }
    case 'ticket-resumed': {
      const ticket = ticketOf(state, event.ticketId)
      if (ticket.status === 'missed') learnBack(state.waits.leavers)
      Object.assign(ticket, { times: 1, holdReason: null, missedAt: null })
      return callTo(state, ticket, event, 'resume')
    }
    case 'ticket-served': {
      const ticket = advance(state, event.ticketId, 'serve')
      ticket.servingAt = event.at
      hasCome(state, ticket)
      learnCame(state.waits, ticket, true)
      return state
    }
    case 'ticket-finished': {
      const ticket = advance(state, event.ticketId, 'finish')
      hasCome(state, ticket)
      learnCame(state.waits, ticket, true)
      learnTaken(state.waits, ticket, event.at)
      learnDuration(state.durations, ticket, event.at)
      ticket.legs = ticket.legs.map((leg) => (leg.state === 'now' ? { ...leg, state: 'done' } : leg))
      const counter = freeCounter(state, ticket, event.at)
      if (counter) countService(counter, ticket, event.at)
      return end(state, ticket, event.at)
    }
    case 'ticket-missed': {
      const ticket = advance(state, event.ticketId, 'miss')
      learnCame(state.waits, ticket, false)
      if (ticket.calledAt !== null) learnEmptyCall(state.waits.leavers, (event.at - ticket.calledAt) / 60_000)
      freeCounter(state, ticket, event.at)
      ticket.missedAt = event.at
      return state
    }
    case 'ticket-held': {
      const ticket = advance(state, event.ticketId, 'hold')
      freeCounter(state, ticket, event.at)
      ticket.holdReason = event.reason
      return state
    }
    case 'ticket-transferred': {
      const ticket = ticketOf(state, event.ticketId)
      leaveLine(state, ticket)
      freeCounter(state, ticket, event.at)
      advance(state, event.ticketId, 'transfer')
      Object.assign(ticket, {
        queueId: event.toQueueId,
        forCounter: event.toCounterId,
        forStaff: event.toStaff ?? null,
        counterId: null,
        times: 0,
        holdReason: null,
        servingAt: null,
        returned: false,
        why: null,
      })
      if (event.note != null) note(ticket, event.at, event.fromCounterId ?? null, event.note)
      joinLine(state, ticket)
      return state
    }
    case 'ticket-followed': {
      const ticket = ticketOf(state, event.ticketId)
      leaveLine(state, ticket)
      ticket.forCounter = event.counterId
      joinLine(state, ticket)
      return state
    }
    case 'ticket-noted':
      note(ticketOf(state, event.ticketId), event.at, event.from, event.text)
      return state
    case 'materials-checked':
      Object.assign(ticketOf(state, event.ticketId), { missing: event.missing, checked: true })
      return state
    case 'ticket-requeued': {
      const ticket = ticketOf(state, event.ticketId)
      // Whom nobody called did not miss a call.
      if (ticket.arrival !== 'to-come') learnBack(state.waits.leavers)
      hasCome(state, ticket)
      return putBack(state, event.ticketId, event.place)
    }
    case 'ticket-deferred':
      return stepBack(state, ticketOf(state, event.ticketId), event)
    case 'ticket-coming':
      ticketOf(state, event.ticketId).coming = true
      return state
    case 'ticket-arrived': {
      hasCome(state, ticketOf(state, event.ticketId))
      return event.place === null ? state : putBack(state, event.ticketId, event.place)
    }
    case 'ticket-passed-over': {
      const ticket = ticketOf(state, event.ticketId)
      rememberPassedOver(state, ticket, event)
      leaveLine(state, ticket)
      advance(state, event.ticketId, 'pass-over')
      ticket.missedAt = event.at
      return state
    }
    case 'ticket-cancelled':
    case 'ticket-expired': {
      const ticket = ticketOf(state, event.ticketId)
      if (event.type === 'ticket-cancelled') {
        // Who took it by mistake did not lose patience.
        if (event.givenBack) freeQuota(state, ticket.queueId, event.givenBack.slot)
        else if (ticket.arrival !== 'to-come') learnCancelled(state.waits, ticket, event.at)
        for (const ids of state.line.fromOutside.values()) ids.delete(ticket.id)
      }
      leaveLine(state, ticket)
      freeCounter(state, ticket, event.at)
      advance(state, event.ticketId, event.type === 'ticket-cancelled' ? 'cancel' : 'expire')
      return end(state, ticket, event.at)
    }
    case 'ticket-prioritised': {
      const ticket = ticketOf(state, event.ticketId)
      leaveLine(state, ticket)
      ticket.priority = event.reason
      joinLine(state, ticket)
      return state
    }
  }
}

/** In line again at a stated place, 1 = head. */
function putBack(state: OfficeState, ticketId: string, place: number): OfficeState {
  const ticket = advance(state, ticketId, 'requeue')
  Object.assign(ticket, { counterId: null, missedAt: null, times: 0, returned: true, why: null })
  joinLineAt(state, ticket, place - 1)
  return state
}

function note(ticket: Ticket, at: number, from: string | null, text: string): void {
  ticket.notes = [...ticket.notes, { at, from, text }].slice(-MOST_NOTES)
}

/** The number counts no more among those given, of the day and of its part of the day. */
function freeQuota({ line }: OfficeState, queueId: string, slot: string | null): void {
  for (const key of [queueId, ...(slot === null ? [] : [`${queueId} ${slot}`])])
    line.given.set(key, Math.max(0, (line.given.get(key) ?? 0) - 1))
}

export function advance(state: OfficeState, ticketId: string, step: TicketStep): Ticket {
  const ticket = ticketOf(state, ticketId)
  const next = stepTicket(ticket.status, step)
  if (next === null) throw new Error(`event "${step}" on a ticket that is ${ticket.status}`)
  setStatus(state, ticket, ticket.status, next)
  return ticket
}

function callTo(
  state: OfficeState,
  ticket: Ticket,
  event: { counterId: string; callId: string; at: number },
  step: TicketStep,
): OfficeState {
  advance(state, ticket.id, step)
  Object.assign(ticket, { counterId: event.counterId, calledAt: event.at, coming: step === 'recall' && ticket.coming })
  setCounter(state, event.counterId, { ticketId: ticket.id, quietSince: event.at })
  const call = {
    callId: event.callId,
    ticketId: ticket.id,
    number: ticket.number,
    counterId: event.counterId,
    calledAt: event.at,
    times: ticket.times,
  }
  state.calls.recent.unshift(call)
  keepCalls(state.calls.recent)
  return state
}

export function countService(counter: CounterState, ticket: Ticket, at: number): void {
  counter.finished += 1
  counter.servedMs += at - (ticket.servingAt ?? ticket.calledAt ?? at)
}

/** A slip nobody needs any more is not printed later. */
function end(state: OfficeState, ticket: Ticket, at: number): OfficeState {
  ticket.endedAt = at
  state.line.absent.delete(ticket.id)
  state.line.notYetDue.delete(ticket.id)
  forgetIdentity(state, ticket.id)
  const { slip } = ticket
  if (slip.state === 'queued' || slip.state === 'failed') changeSlip(state, ticket.id, { ...slip, state: 'none' })
  return state
}

/** Calls past somebody of the other class are counted: interleaving reads it. */
function countTurn(state: OfficeState, ticket: Ticket): void {
  if (ticket.forCounter !== null) return
  const isPriority = ticket.priority !== null
  const othersWait = lineOf(state, lineKey(ticket)).some(
    (id) => (state.line.tickets.get(id)?.priority !== null) !== isPriority,
  )
  state.line.turns.set(
    ticket.queueId,
    nextTurns(state.line.turns.get(ticket.queueId) ?? { priority: 0, ordinary: 0 }, ticket, othersWait),
  )
}
