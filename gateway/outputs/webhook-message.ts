import type { WebhookTopic } from '../contract/webhooks.ts'
import type { LoggedEvent } from '../domain/events.ts'

export interface WebhookMessage {
  topic: WebhookTopic
  /** The number that the log of deliveries shows; null = none. */
  about: string | null
  /** What the other system gets beside type, hall, time and number of the record. */
  data: Record<string, unknown>
}
/** The number, queue and counter of a ticket as it stands after the event; null = it is gone. */
export type TicketNow = (ticketId: string) => {
  number: string
  queueId: string
  matterId: string | null
  counterId: string | null
} | null

const ofTicket = new Set<LoggedEvent['type']>([
  'ticket-taken',
  'ticket-arrived',
  'ticket-served',
  'ticket-finished',
  'ticket-missed',
  'ticket-held',
  'ticket-transferred',
  'ticket-requeued',
  'ticket-cancelled',
  'ticket-expired',
])
const ofCall = new Set<LoggedEvent['type']>(['ticket-called', 'ticket-recalled', 'ticket-resumed'])

/**
 * What another system is told of an event; null = nothing. Never what opens a visitor's page (`token`), what somebody wrote about them, or
 * whose card it was; a grade goes without the number that it was given for (个人信息保护法 6).
 */
export function webhookMessage(event: LoggedEvent, ticketNow: TicketNow): WebhookMessage | null {
  if (event.type === 'visit-rated') {
    const { counterId, stars } = event
    return { topic: 'rating', about: null, data: { counterId, stars } }
  }
  if (event.type === 'light-changed') {
    const { type: _, seq: __, at: ___, actor: ____, commandId: _____, ...change } = event
    return { topic: 'light', about: null, data: change }
  }
  if (event.type === 'escalation-raised' || event.type === 'escalation-taken' || event.type === 'escalation-ended') {
    if (!event.how?.includes('webhook')) return null
    const { type: _, seq: __, at: ___, actor: ____, commandId: _____, how: ______, ...told } = event
    return { topic: 'escalation', about: null, data: told }
  }
  const topic = ofCall.has(event.type) ? 'call' : ofTicket.has(event.type) ? 'ticket' : null
  if (topic === null || !('ticketId' in event) || event.ticketId === null) return null
  const now = ticketNow(event.ticketId)
  const known = event.type === 'ticket-taken' ? event : now
  const isAtCounter = event.type !== 'ticket-taken'
  const counterId = 'counterId' in event ? event.counterId : isAtCounter ? (now?.counterId ?? null) : null
  const queueId = event.type === 'ticket-transferred' ? event.toQueueId : (known?.queueId ?? null)
  return {
    topic,
    about: known?.number ?? null,
    data: {
      ticketId: event.ticketId,
      number: known?.number ?? null,
      queueId,
      matterId: known?.matterId ?? null,
      counterId,
    },
  }
}
