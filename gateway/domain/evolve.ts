import type { LoggedEvent } from './events.ts'
import { type CounterState, type OfficeState, type Ticket, counterState } from './office-state.ts'
import { countSlip, turnRoll } from './paper-roll.ts'
import { joinLine, joinLineAt, leaveLine } from './stand-in-line.ts'
import { type TicketStep, stepTicket } from './ticket-life.ts'
import { learnService, learnWait } from './waits/wait-memory.ts'

const CALLS_KEPT = 20

/** The next state. Works in place: the state has one owner (office.ts). Facts are never refused here. */
export function evolve(state: OfficeState, event: LoggedEvent): OfficeState {
  state.seq = event.seq
  switch (event.type) {
    case 'day-opened':
      Object.assign(state, { day: event.day, numbers: new Map(), tickets: new Map(), byToken: new Map(), lines: new Map() })
      Object.assign(state, { counters: new Map(), calls: [], help: [] })
      return state
    case 'ticket-taken': {
      const { day, series, number, token, matterId, terminalId, missing, queueId, priority } = event
      const ticket: Ticket = {
        ...{ id: event.ticketId, day, series, number, token, matterId, terminalId, missing, queueId, priority, takenAt: event.at },
        ...{
          status: 'waiting',
          forCounter: null,
          aheadAtStart: 0,
          forecast: event.forecast ?? null,
          counterId: null,
          calledAt: null,
          servingAt: null,
          endedAt: null,
        },
        ...{ missedAt: null, times: 0, holdReason: null, slip: { state: 'none', printerId: null, copy: 0, fault: null } },
      }
      state.numbers.set(series, Number(number.slice(1)))
      state.tickets.set(ticket.id, ticket)
      state.byToken.set(token, ticket.id)
      ticket.aheadAtStart = joinLine(state, ticket)
      return state
    }
    case 'ticket-called': {
      const ticket = ticketOf(state, event.ticketId)
      leaveLine(state, ticket)
      if (ticket.times === 0 && ticket.status === 'waiting' && ticket.priority === null && ticket.calledAt === null)
        learnWait(state.waits, ticket.queueId, ticket.aheadAtStart, (event.at - ticket.takenAt) / 60_000, ticket.forecast)
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
      ticket.times = 1
      ticket.holdReason = null
      return callTo(state, ticket, event, 'resume')
    }
    case 'ticket-served': {
      const ticket = advance(state, event.ticketId, 'serve')
      ticket.servingAt = event.at
      return state
    }
    case 'ticket-finished': {
      const ticket = advance(state, event.ticketId, 'finish')
      learnTaken(state, ticket, event.at)
      const counter = freeCounter(state, ticket)
      if (counter) {
        counter.finished += 1
        counter.servedMs += event.at - (ticket.servingAt ?? ticket.calledAt ?? event.at)
      }
      return end(state, ticket, event.at)
    }
    case 'ticket-missed': {
      const ticket = advance(state, event.ticketId, 'miss')
      learnTaken(state, ticket, event.at)
      freeCounter(state, ticket)
      ticket.missedAt = event.at
      return state
    }
    case 'ticket-held': {
      const ticket = advance(state, event.ticketId, 'hold')
      freeCounter(state, ticket)
      ticket.holdReason = event.reason
      return state
    }
    case 'ticket-transferred': {
      const ticket = ticketOf(state, event.ticketId)
      leaveLine(state, ticket)
      freeCounter(state, ticket)
      advance(state, event.ticketId, 'transfer')
      Object.assign(ticket, { queueId: event.toQueueId, forCounter: event.toCounterId, counterId: null, times: 0, holdReason: null, servingAt: null })
      joinLine(state, ticket)
      return state
    }
    case 'ticket-requeued': {
      const ticket = advance(state, event.ticketId, 'requeue')
      Object.assign(ticket, { counterId: null, missedAt: null, times: 0 })
      joinLineAt(state, ticket, event.place - 1)
      return state
    }
    case 'ticket-cancelled':
    case 'ticket-expired': {
      const ticket = ticketOf(state, event.ticketId)
      leaveLine(state, ticket)
      freeCounter(state, ticket)
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
    case 'slip-queued':
      ticketOf(state, event.ticketId).slip = { state: 'queued', printerId: event.printerId, copy: event.copy, fault: null }
      return state
    case 'slip-printing':
    case 'slip-printed':
    case 'slip-failed':
    case 'slip-unknown': {
      const { slip } = ticketOf(state, event.ticketId)
      slip.state = ({ 'slip-printing': 'printing', 'slip-printed': 'printed', 'slip-failed': 'failed', 'slip-unknown': 'unknown' } as const)[event.type]
      slip.fault = 'fault' in event ? event.fault : null
      if (event.type === 'slip-printed' && slip.printerId !== null) countSlip(state.rolls, slip.printerId)
      return state
    }
    case 'printer-paper':
      turnRoll(state.rolls, event.printerId, event.paper)
      return state
    case 'test-page-ordered':
    case 'list-ordered':
      return state
    case 'counter-opened':
      setCounter(state, event.counterId, { state: 'open', pauseReason: null })
      return state
    case 'counter-paused':
      setCounter(state, event.counterId, { state: 'paused', pauseReason: event.reason })
      return state
    case 'counter-closed':
      setCounter(state, event.counterId, { state: 'closed', pauseReason: null })
      return state
    case 'help-called':
      state.help.push({ id: event.helpId, terminalId: event.terminalId, where: event.where, at: event.at, answeredBy: null })
      return state
    case 'help-answered':
      state.help = state.help.map((help) => (help.id === event.helpId ? { ...help, answeredBy: event.by } : help))
      return state
    case 'help-finished':
      state.help = state.help.filter((help) => help.id !== event.helpId)
      return state
  }
}

function ticketOf(state: OfficeState, ticketId: string): Ticket {
  const ticket = state.tickets.get(ticketId)
  if (!ticket) throw new Error(`event about ticket ${ticketId}, which this day does not know`)
  return ticket
}

function advance(state: OfficeState, ticketId: string, step: TicketStep): Ticket {
  const ticket = ticketOf(state, ticketId)
  const next = stepTicket(ticket.status, step)
  if (next === null) throw new Error(`event "${step}" on a ticket that is ${ticket.status}`)
  ticket.status = next
  return ticket
}

function setCounter(state: OfficeState, counterId: string, change: Partial<CounterState>): void {
  state.counters.set(counterId, { ...counterState(state, counterId), ...change })
}

function callTo(state: OfficeState, ticket: Ticket, event: { counterId: string; callId: string; at: number }, step: TicketStep): OfficeState {
  advance(state, ticket.id, step)
  Object.assign(ticket, { counterId: event.counterId, calledAt: event.at })
  setCounter(state, event.counterId, { ticketId: ticket.id })
  const call = { callId: event.callId, ticketId: ticket.id, number: ticket.number, counterId: event.counterId, calledAt: event.at, times: ticket.times }
  state.calls = [call, ...state.calls].slice(0, CALLS_KEPT)
  return state
}

function freeCounter(state: OfficeState, ticket: Ticket): CounterState | null {
  const counter = ticket.counterId === null ? undefined : state.counters.get(ticket.counterId)
  if (!counter || counter.ticketId !== ticket.id) return null
  counter.ticketId = null
  return counter
}

/** A slip nobody needs any more is not printed later. */
function end(state: OfficeState, ticket: Ticket, at: number): OfficeState {
  ticket.endedAt = at
  if (ticket.slip.state === 'queued' || ticket.slip.state === 'failed') ticket.slip = { ...ticket.slip, state: 'none' }
  return state
}

/** Only what one clerk did without a break says how long a service takes. */
function learnTaken(state: OfficeState, ticket: Ticket, at: number): void {
  if (ticket.calledAt !== null && ticket.counterId !== null) learnService(state.waits, ticket.queueId, (at - ticket.calledAt) / 60_000)
}
