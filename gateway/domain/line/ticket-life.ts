import { createMachine } from '@xstate/fsm'
import type { TicketStatus } from '../../contract/view-parts.ts'

export type TicketStep =
  | 'call'
  | 'recall'
  | 'serve'
  | 'finish'
  | 'miss'
  | 'pass-over'
  | 'hold'
  | 'resume'
  | 'transfer'
  | 'requeue'
  | 'defer'
  | 'cancel'
  | 'expire'

type Steps = Partial<Record<TicketStep, TicketStatus>>
const inLine: Steps = {
  call: 'called',
  defer: 'waiting',
  'pass-over': 'missed',
  transfer: 'transferred',
  cancel: 'cancelled',
  expire: 'expired',
}
const over: Steps = {}

/** A called visitor may be finished at once: a clerk who answers in one sentence presses no second button. */
const life: Record<TicketStatus, Steps> = {
  waiting: inLine,
  transferred: inLine,
  called: {
    recall: 'called',
    serve: 'serving',
    finish: 'done',
    miss: 'missed',
    hold: 'held',
    defer: 'waiting',
    transfer: 'transferred',
    cancel: 'cancelled',
    expire: 'expired',
  },
  serving: {
    finish: 'done',
    miss: 'missed',
    hold: 'held',
    transfer: 'transferred',
    cancel: 'cancelled',
    expire: 'expired',
  },
  held: { resume: 'called', finish: 'done', transfer: 'transferred', cancel: 'cancelled', expire: 'expired' },
  missed: { requeue: 'waiting', resume: 'called', cancel: 'cancelled', expire: 'expired' },
  done: over,
  cancelled: over,
  expired: over,
}

export const ticketMachine = createMachine<object, { type: TicketStep }>({
  id: 'ticket',
  initial: 'waiting',
  states: Object.fromEntries(Object.entries(life).map(([status, steps]) => [status, { on: steps }])),
})

/** The status after a step, or null when the step is not allowed. Never throws. */
export function stepTicket(status: TicketStatus, step: TicketStep): TicketStatus | null {
  return (life[status][step] ?? null) === null
    ? null
    : (ticketMachine.transition(status, { type: step }).value as TicketStatus)
}

export const isOver = (status: TicketStatus): boolean =>
  status === 'done' || status === 'cancelled' || status === 'expired'
export const isInLine = (status: TicketStatus): boolean => status === 'waiting' || status === 'transferred'
