import type { Webhook } from '../contract/webhooks.ts'
import type { Office } from '../office/office.ts'
import type { DeliveryStore, FreshDelivery } from '../store/delivery-store.ts'
import type { EventLog } from '../store/event-log.ts'
import { soon } from '../work/soon.ts'
import type { Address, Deliveries, DeliveryTimes } from './deliveries.ts'
import { webhookMessage } from './webhook-message.ts'

export interface WebhookDeps {
  office: Pick<Office, 'hallModel' | 'state' | 'onFacts'>
  log: Pick<EventLog, 'read'>
  store: DeliveryStore
  deliveries: Deliveries
  now(): number
  times: Pick<DeliveryTimes, 'giveUpMs'>
}
/** What another part of the hall says to other systems. */
export interface Teller {
  addresses(): readonly Address[]
  /** Something waits again. */
  wake(): void
  close(): void
}

const PAGE = 200

/**
 * Tells other systems what happened. How far each was told is written down with its messages, so that a stop or a power cut neither loses one nor
 * tells it under another id.
 */
export function sendWebhooks({ office, log, store, deliveries, now, times }: WebhookDeps): Teller {
  const hooks = (): readonly Webhook[] => office.hallModel.hall.webhooks

  /** Writes down the messages of what happened since the last look. */
  async function gather(hook: Webhook): Promise<void> {
    // Whoever is new hears of what happens from now on.
    let seq = store.cursor(hook.id)
    if (seq === null) return store.add(hook.id, [], office.state.seq)
    for (
      let page = await log.read(seq, PAGE);
      page.length > 0 && !deliveries.isClosed;
      page = await log.read(seq, PAGE)
    ) {
      const fresh = page.flatMap((event): FreshDelivery[] => {
        const message = webhookMessage(event, (ticketId) => office.state.line.tickets.get(ticketId) ?? null)
        if (message === null || !hook.topics.includes(message.topic)) return []
        // An address that stood nowhere for long is not told what was by then.
        if (now() - event.at > times.giveUpMs) return []
        const { topic, about, data } = message
        const id = `${hook.id}-${event.seq}`
        const { type, at } = event
        const body = JSON.stringify({ id, type, topic, hall: office.hallModel.hall.id, seq: event.seq, at, data })
        return [{ id, hookId: hook.id, topic, type, about, at, body }]
      })
      seq = page.at(-1)?.seq ?? seq
      store.add(hook.id, fresh, seq)
    }
  }
  const wake = (): void => {
    for (const hook of hooks()) deliveries.run(hook, () => gather(hook))
  }
  const stopFacts = office.onFacts(soon(wake))
  wake()
  return { addresses: hooks, wake, close: stopFacts }
}
