import type { Policy, Why } from '../../contract/line.ts'
import type { Ticket } from '../office-state.ts'
import { type TicketClass, classOf, countsFrom, plainWhy } from './ticket-class.ts'

/** Calls of a queue while both classes wait: how many priorities in the last run, how many others since. */
export interface Turns {
  priority: number
  ordinary: number
}

export interface Pick {
  ticket: Ticket
  why: Why
}

/** One queue as one counter sees it: who may be called there, by class, each class in its own order. */
export interface Lane {
  readonly policy: Policy
  readonly waiting: Record<TicketClass, Ticket[]>
  turns: Turns
}

/** `accessibleFirst`: at an accessible counter those who need it are first among equals. */
export function laneOf(policy: Policy, tickets: readonly Ticket[], turns: Turns, now: number, accessibleFirst: boolean): Lane {
  const waiting: Lane['waiting'] = { priority: [], appointment: [], ordinary: [] }
  const ranked = accessibleFirst ? [...tickets.filter((one) => one.accessible), ...tickets.filter((one) => !one.accessible)] : tickets
  for (const ticket of ranked) waiting[classOf(ticket, now)].push(ticket)
  waiting.appointment.sort((one, other) => (one.appointment?.at ?? 0) - (other.appointment?.at ?? 0))
  return { policy, waiting, turns: { ...turns } }
}

/** Who is next in this queue, and why. */
export function headOf({ policy, waiting, turns }: Lane): Pick | null {
  const priority = waiting.priority[0]
  const appointment = waiting.appointment[0]
  const ordinary = waiting.ordinary[0]
  const other = appointment ?? ordinary
  if (priority && (!other || priorityFirst(policy, turns, priority, other))) {
    return { ticket: priority, why: policy.kind === 'first-come' ? plainWhy(priority) : { rule: 'priority', reason: priority.priority ?? '' } }
  }
  if (!other) return null
  if (other === appointment) return { ticket: appointment, why: { rule: 'appointment', at: appointment.appointment?.at ?? 0 } }
  if (other.accessible) return { ticket: other, why: { rule: 'accessible' } }
  if (priority && policy.kind === 'interleave') return { ticket: other, why: { rule: 'its-turn', priorities: turns.priority } }
  if (priority && policy.kind === 'ageing') return { ticket: other, why: { rule: 'aged', headStartMinutes: policy.headStartMinutes } }
  return { ticket: other, why: plainWhy(other) }
}

function priorityFirst(policy: Policy, turns: Turns, priority: Ticket, other: Ticket): boolean {
  switch (policy.kind) {
    case 'strict':
      return true
    case 'interleave':
      return turns.ordinary === 0 ? turns.priority < policy.priority : turns.ordinary >= policy.ordinary
    case 'ageing':
    case 'first-come':
      return countsFrom(policy, priority) < countsFrom(policy, other)
  }
}

/** The lane after its head was called. */
export function takeHead(lane: Lane, ticket: Ticket): void {
  for (const one of ['priority', 'appointment', 'ordinary'] as const) {
    if (lane.waiting[one][0] === ticket) lane.waiting[one].shift()
  }
  const { priority, appointment, ordinary } = lane.waiting
  lane.turns = nextTurns(lane.turns, ticket, ticket.priority === null ? priority.length > 0 : appointment.length + ordinary.length > 0)
}

/** Only calls past somebody of the other class count; else the count starts anew. */
export function nextTurns(turns: Turns, called: Ticket, othersWait: boolean): Turns {
  if (!othersWait) return { priority: 0, ordinary: 0 }
  if (called.priority === null) return { priority: turns.priority, ordinary: turns.ordinary + 1 }
  return turns.ordinary > 0 ? { priority: 1, ordinary: 0 } : { priority: turns.priority + 1, ordinary: 0 }
}
