import type { Ticket } from '../line/ticket.ts'
import { counterState } from '../counters/state.ts'
import type { Counter } from '../../contract/hall.ts'
import type { HallModel } from '../hall-model.ts'
import { callDown } from '../line/call-down.ts'
import { lineOf } from '../line/state.ts'
import { countersOf, queuesOf } from '../counters/serving.ts'
import type { OfficeState } from '../office-state.ts'
import { minutesBetween } from './hall-sample.ts'

/** Minutes until each waiting ticket is called, and until somebody who comes now to a queue would be. */
export interface Replay {
  readonly byTicket: ReadonlyMap<string, number>
  /** By queue, in the order of calling. */
  readonly calls: ReadonlyMap<string, readonly number[]>
  readonly newcomer: ReadonlyMap<string, number>
}

/** What calling costs a counter, minutes on average. */
export interface Costs {
  /** From the call of somebody who comes to the end of the service. */
  service(queueId: string): number
  /** Of a ticket in line, called after it has waited so many minutes more: it may be gone by then, or nobody comes. */
  call(ticket: Pick<Ticket, 'queueId' | 'takenAt'>, later: number): number
}

const LONGEST = 300
/** No counter calls more in that time, at two minutes each: of a longer line the end is not looked at. */
const CALLS_OF_COUNTER = 150

/**
 * Plays the hall's own order of calling forward from now: each open counter ends its present ticket after what is left of a mean
 * service, then calls whom `nextTicket` names, and so on. Only the counters and queues that hang together with `queueId` take
 * part. Paused counters are taken as away. Whoever is not called within five hours is in neither map. The work grows
 * with the line, not with its square.
 */
export function replayForward(
  hallModel: HallModel,
  state: OfficeState,
  queueId: string,
  now: number,
  costs: Costs,
): Replay {
  const { queues, counters } = hangTogether(hallModel, state, queueId)
  const most = counters.length * CALLS_OF_COUNTER
  const guests = queues.filter((id) => lineOf(state, id).length < most).map((id) => newcomer(id, now))
  const lines = callDown(hallModel, state, now, { guests, most, whom: 'all' })
  const byTicket = new Map<string, number>()
  const calls = new Map<string, number[]>(queues.map((id) => [id, []]))
  const arrivals = new Map<string, number>()
  const free = counters.map((counter) => ({ counter, at: minutesLeft(state, counter, now, costs) }))
  while (free.length > 0) {
    const first = free.reduce((a, b) => (b.at < a.at ? b : a))
    const ticket = first.at > LONGEST ? null : (lines.next(first.counter, now + first.at * 60_000)?.ticket ?? null)
    if (ticket === null) {
      free.splice(free.indexOf(first), 1)
      continue
    }
    lines.call(ticket)
    if (ticket.token === '') arrivals.set(ticket.queueId, first.at)
    else {
      byTicket.set(ticket.id, first.at)
      calls.get(ticket.queueId)?.push(first.at)
      first.at += costs.call(ticket, first.at)
    }
  }
  return { byTicket, calls, newcomer: arrivals }
}

/** What is left of the service at a counter: never nothing while somebody sits there. */
function minutesLeft(state: OfficeState, counter: Counter, now: number, costs: Costs): number {
  const ticket = state.line.tickets.get(counterState(state, counter.id).ticketId ?? '')
  if (!ticket) return 0
  const usual = ticket.status === 'called' ? costs.call(ticket, 0) : costs.service(ticket.queueId)
  return Math.max(usual * 0.35, usual - minutesBetween(ticket.calledAt ?? now, now))
}

/** The queues and open counters that depend on one another's calls, beginning with one queue. */
export function hangTogether(
  hallModel: HallModel,
  state: OfficeState,
  queueId: string,
): { queues: string[]; counters: Counter[] } {
  const queues = [queueId]
  const counters = new Set<Counter>()
  for (const id of queues)
    for (const counter of countersOf(hallModel, state, id))
      if (!counters.has(counter) && counterState(state, counter.id).state === 'open') {
        counters.add(counter)
        for (const other of queuesOf(hallModel, state, counter.id)) if (!queues.includes(other)) queues.push(other)
      }
  return { queues, counters: [...counters] }
}

/** Comes last and takes no counter's time; known by its empty token. */
const newcomer = (queueId: string, now: number): Ticket => ({
  id: `newcomer ${queueId}`,
  day: '',
  series: '',
  number: '',
  token: '',
  queueId,
  matterId: null,
  matterName: null,
  terminalId: null,
  takenAt: now + 1,
  missing: [],
  checked: false,
  notes: [],
  accessible: false,
  language: null,
  forCounter: null,
  forStaff: null,
  status: 'waiting',
  priority: null,
  aheadAtStart: 0,
  forecast: null,
  counterId: null,
  calledAt: null,
  firstWait: null,
  servingAt: null,
  endedAt: null,
  missedAt: null,
  times: 0,
  holdReason: null,
  returned: false,
  deferred: 0,
  coming: false,
  arrival: null,
  touchedSeq: 0,
  why: null,
  appointment: null,
  lateFor: null,
  flowId: null,
  legs: [],
  slip: { state: 'none', printerId: null, copy: 0, fault: null },
})
