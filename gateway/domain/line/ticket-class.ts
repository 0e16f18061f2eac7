import type { Ticket } from './ticket.ts'
import type { Policy, Why } from '../../contract/line.ts'
import type { HallModel } from '../hall-model.ts'

export type TicketClass = 'priority' | 'appointment' | 'ordinary'

/** The class of a ticket at a time (epoch ms). A booking is a class of its own from its hour on; before, it came like anybody. */
export function classOf(ticket: Ticket, now: number): TicketClass {
  if (ticket.priority !== null) return 'priority'
  return ticket.appointment !== null && (ticket.appointment.due || ticket.appointment.at <= now)
    ? 'appointment'
    : 'ordinary'
}

export const policyOf = (hallModel: HallModel, queueId: string): Policy =>
  hallModel.queues.get(queueId)?.policy ?? { kind: 'strict' }

/** When a ticket counts as having come, epoch ms: ageing gives a priority its head start. */
export const countsFrom = (policy: Policy, ticket: Ticket): number =>
  policy.kind === 'ageing' && ticket.priority !== null
    ? ticket.takenAt - policy.headStartMinutes * 60_000
    : ticket.takenAt

/** Why an ordinary ticket is first of its class. */
export function plainWhy(ticket: Ticket): Why {
  if (ticket.returned) return { rule: ticket.deferred > 0 ? 'stepped-back' : 'returned' }
  if (ticket.legs.some(({ state }) => state === 'done' || state === 'skipped')) return { rule: 'next-leg' }
  return { rule: ticket.status === 'transferred' ? 'transferred' : 'longest' }
}
