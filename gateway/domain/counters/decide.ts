import type { Ticket } from '../line/ticket.ts'
import { counterState } from './state.ts'
import type { Command } from '../../contract/commands.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { Why } from '../../contract/line.ts'
import { nextLeg } from '../flows/legs.ts'
import { absentAt, passedOver } from '../line/passed-over.ts'
import { nextTicket } from '../line/next-ticket.ts'
import type { OfficeState } from '../office-state.ts'
import { type TicketStep, stepTicket } from '../line/ticket-life.ts'
import type { OfficeEvent } from '../events.ts'
import { againWhen } from '../line/open-hours.ts'
import { requeueUntil } from '../line/requeue-until.ts'

export type CounterCommand = Exclude<
  Extract<Command, { counterId: string }>,
  {
    type:
      | ('assign-counter' | 'restore-counter' | 'undo-step' | 'skip-leg' | 'drop-legs')
      | ('check-materials' | 'print-missing' | 'request-guide')
  }
>

/**
 * Everything a clerk or a call pad does at one counter. A ticket is at most at one counter: who comes second is told
 * where it is.
 */
export function runCounter(
  hallModel: HallModel,
  state: OfficeState,
  command: CounterCommand,
  moment: Moment,
): Decision {
  const counter = hallModel.counters.get(command.counterId)
  if (!counter) return refuse('unknown-counter', { counterId: command.counterId })
  const now = counterState(state, counter.id)
  const ticket = now.ticketId === null ? undefined : state.line.tickets.get(now.ticketId)
  const about = (events: OfficeEvent[], ticketId: string | null = ticket?.id ?? null): Decision =>
    accept(events, { counterId: counter.id, ticketId })

  /** Calls a waiting or held ticket to this counter, if it is free for it. */
  const bring = (wanted: Ticket | null, step: 'call' | 'resume', why: Why): Decision => {
    if (now.state === 'closed') return refuse('counter-closed', { counterId: counter.id })
    if (now.state === 'paused') return refuse('counter-paused', { counterId: counter.id })
    if (ticket) return refuse('counter-busy', { counterId: counter.id, number: ticket.number })
    if (!wanted) return refuse(step === 'resume' ? 'unknown-ticket' : 'nobody-waiting')
    if (step === 'resume' && wanted.counterId !== counter.id)
      return refuse('ticket-elsewhere', { number: wanted.number, counterId: wanted.counterId })
    if (stepTicket(wanted.status, step) === null) return isElsewhere(wanted, counter.id)
    const call = { ticketId: wanted.id, counterId: counter.id, callId: moment.newId() }
    return about(
      [step === 'call' ? { type: 'ticket-called', ...call, why } : { type: 'ticket-resumed', ...call }],
      wanted.id,
    )
  }
  /** Does a step with the ticket at the counter. */
  const step = (name: TicketStep, event: (ticketId: string) => OfficeEvent): Decision => {
    if (!ticket) return refuse('counter-has-no-ticket', { counterId: counter.id })
    if (stepTicket(ticket.status, name) === null)
      return refuse('wrong-state', { number: ticket.number, state: ticket.status })
    return about([event(ticket.id)])
  }

  switch (command.type) {
    case 'open-counter':
      return now.state === 'open' ? refuse('already-so') : about([{ type: 'counter-opened', counterId: counter.id }])
    case 'pause-counter':
      if (now.state === 'closed') return refuse('counter-closed', { counterId: counter.id })
      return now.state === 'paused'
        ? refuse('already-so')
        : about([{ type: 'counter-paused', counterId: counter.id, reason: command.reason }])
    case 'close-counter':
      if (ticket) return refuse('counter-busy', { counterId: counter.id, number: ticket.number })
      return now.state === 'closed' ? refuse('already-so') : about([{ type: 'counter-closed', counterId: counter.id }])
    case 'call-next': {
      const next = nextTicket(hallModel, state, counter, moment.now)
      const called = bring(next?.ticket ?? null, 'call', next?.why ?? { rule: 'longest' })
      const absent = next === null ? absentAt(hallModel, state, counter.id) : 0
      if (!called.ok)
        return called.code === 'nobody-waiting' && absent > 0 ? refuse('nobody-here', { waiting: absent }) : called
      const passed = passedOver(hallModel, state, counter, moment.now).map(
        ({ id }): OfficeEvent => ({ type: 'ticket-passed-over', ticketId: id, counterId: counter.id }),
      )
      return { ...called, events: [...called.events, ...passed] }
    }
    case 'call-ticket': {
      const wanted = state.line.tickets.get(command.ticketId)
      if (!hallModel.hall.callByChoice) return refuse('choice-off')
      const reason = command.reason ?? undefined
      return wanted
        ? bring(wanted, 'call', { rule: 'by-hand', ...(reason === undefined ? {} : { reason }) })
        : refuse('unknown-ticket')
    }
    case 'resume-ticket': {
      const wanted = heldHere(state, counter.id, command.ticketId)
      if (wanted?.status === 'missed' && moment.now > requeueUntil(hallModel, wanted))
        return refuse('missed-too-long', {
          number: wanted.number,
          ...againWhen(hallModel, moment, wanted.queueId),
        })
      return bring(wanted, 'resume', { rule: 'by-hand' })
    }
    case 'recall-ticket':
      // The first call is not a recall: n recalls make n + 1 calls.
      if (ticket && ticket.times > hallModel.hall.maxRecalls)
        return refuse('recalled-enough', { number: ticket.number, times: ticket.times })
      return step('recall', (ticketId) => ({
        type: 'ticket-recalled',
        ticketId,
        counterId: counter.id,
        callId: moment.newId(),
      }))
    case 'serve-ticket':
      return step('serve', (ticketId) => ({ type: 'ticket-served', ticketId }))
    case 'finish-ticket':
      // With steps to come, finishing one leads on to the next queue.
      if (ticket && nextLeg(ticket) !== null && stepTicket(ticket.status, 'finish') !== null)
        return about([{ type: 'leg-left', ticketId: ticket.id, how: 'done' }])
      return step('finish', (ticketId) => ({ type: 'ticket-finished', ticketId }))
    case 'miss-ticket':
      return step('miss', (ticketId) => ({ type: 'ticket-missed', ticketId }))
    case 'hold-ticket':
      return step('hold', (ticketId) => ({ type: 'ticket-held', ticketId, reason: command.reason }))
  }
}

export function isElsewhere(ticket: Ticket, counterId: string): Decision {
  const holder = ticket.counterId
  if (holder !== null && holder !== counterId && ['called', 'serving', 'held'].includes(ticket.status))
    return refuse('ticket-elsewhere', { number: ticket.number, counterId: holder })
  return refuse('wrong-state', { number: ticket.number, state: ticket.status })
}

/** The held ticket asked for, or the one held longest here. */
function heldHere(state: OfficeState, counterId: string, ticketId: string | null): Ticket | null {
  if (ticketId !== null) return state.line.tickets.get(ticketId) ?? null
  for (const ticket of state.line.tickets.values())
    if (ticket.status === 'held' && ticket.counterId === counterId) return ticket
  return null
}
