import type { OfficeState } from '../../gateway/domain/office-state.ts'
import type { LooseCommand } from './given.ts'

/** A verb, a counter, a queue, and a number that picks among what there is. */
export type RandomStep = readonly [what: string, counterId: string, queueId: string, nth: number]

/** What somebody in the line orders in this state; null = the verb is none of the line. */
export function randomOrder(state: OfficeState, [what, counterId, queueId, nth]: RandomStep): LooseCommand | null {
  const tickets = [...state.line.tickets.values()]
  const ticketId = tickets[nth % Math.max(1, tickets.length)]?.id ?? 'nobody'
  const here = state.counters.states.get(counterId)?.ticketId ?? 'nobody'
  const orders: Record<string, LooseCommand> = {
    open: { type: 'open-counter', counterId },
    next: { type: 'call-next', counterId },
    serve: { type: 'serve-ticket', counterId },
    finish: { type: 'finish-ticket', counterId },
    miss: { type: 'miss-ticket', counterId },
    hold: { type: 'hold-ticket', counterId },
    resume: { type: 'resume-ticket', counterId },
    undo: { type: 'undo-step', counterId },
    send:
      nth % 2 === 0
        ? { type: 'transfer-ticket', counterId, toQueueId: queueId }
        : { type: 'transfer-ticket', counterId, toCounterId: String((nth % 4) + 1) },
    skip: { type: 'skip-leg', ticketId: here, counterId },
    drop: { type: 'drop-legs', ticketId: nth % 2 === 0 ? here : ticketId },
    pause: { type: 'pause-counter', counterId, reason: '午休' },
    assign: { type: 'assign-counter', counterId, queues: nth % 2 === 0 ? [queueId] : ['A', 'B'] },
    restore: { type: 'restore-counter', counterId },
    take: { type: 'take-ticket', queueId, terminalId: 'K1', accessible: nth === 0 },
    remote: { type: 'take-ticket', queueId, remote: true },
    arrive: { type: 'arrive-ticket', ticketId },
    urgent: { type: 'take-ticket', queueId, priority: '老人' },
    flow: { type: 'take-ticket', flowId: 'F1' },
    book: {
      type: 'book-appointment',
      queueId,
      day: '2026-03-18',
      clock: nth % 2 === 0 ? '10:30' : '11:00',
      person: [],
    },
    redeem: { type: 'take-ticket', appointmentCode: [...state.appointments.byCode.keys()][nth] ?? '99999999' },
    requeue: { type: 'requeue-ticket', ticketId },
    move: { type: 'transfer-ticket', ticketId, toQueueId: queueId },
    cancel: { type: 'cancel-ticket', ticketId },
    prioritise: { type: 'prioritise-ticket', ticketId, reason: '带婴儿' },
  }
  return orders[what] ?? null
}
