import type { Webhook, WebhookList } from '../contract/webhooks.ts'
import type { Office } from '../office.ts'
import type { DeliveryStore, FreshDelivery } from '../store/delivery-store.ts'
import type { EventLog } from '../store/event-log.ts'
import { after } from '../time.ts'
import { soon } from '../work/soon.ts'
import { answerWords, isTaken, postSigned } from './post-signed.ts'
import { webhookMessage } from './webhook-message.ts'

export interface WebhookTimes {
  answerMs: number
  firstPauseMs: number
  longestPauseMs: number
  /** After so long in vain one is given up, and the next has its turn. */
  giveUpMs: number
}
export const usualWebhookTimes: WebhookTimes = {
  answerMs: 5_000,
  firstPauseMs: 2_000,
  longestPauseMs: 600_000,
  giveUpMs: 24 * 3_600_000,
}
export interface WebhookDeps {
  office: Pick<Office, 'hallModel' | 'state' | 'onFacts'>
  log: Pick<EventLog, 'read'>
  store: DeliveryStore
  /** Signs; asked only where there is somebody to tell. */
  key(): string
  now(): number
  onBroken(error: unknown): void
  times: WebhookTimes
}
export interface Webhooks {
  list(): WebhookList
  /** Once more. false = there is no such message, or it still waits. */
  resend(id: string): boolean
  close(): void
}

const PAGE = 200
const LISTED = 200
/** The other side does not want this one; whatever else it says may be otherwise later. */
const isRefused = (status: number | null): boolean =>
  status !== null && status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429

/**
 * Tells other systems what happened, signed, each address in order and on its own. How far each was told is written down with its messages, so
 * that a stop or a power cut neither loses one nor tells it under another id. Nothing in the hall waits for it.
 */
export function sendWebhooks(deps: WebhookDeps): Webhooks {
  const { office, log, store, key, now, onBroken, times } = deps
  const hooks = (): readonly Webhook[] => office.hallModel.hall.webhooks
  const sending = new Set<string>()
  /** More happened while it was sending. */
  const isNews = new Set<string>()
  const timers = new Map<string, () => void>()
  let closed = false

  /** Writes down the messages of what happened since the last look. */
  async function gather(hook: Webhook): Promise<void> {
    // Whoever is new hears of what happens from now on.
    let seq = store.cursor(hook.id)
    if (seq === null) return store.add(hook.id, [], office.state.seq)
    for (let page = await log.read(seq, PAGE); page.length > 0 && !closed; page = await log.read(seq, PAGE)) {
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
  async function send(hook: Webhook): Promise<void> {
    if (closed) return
    if (sending.has(hook.id)) return void isNews.add(hook.id)
    sending.add(hook.id)
    timers.get(hook.id)?.()
    timers.delete(hook.id)
    try {
      do {
        isNews.delete(hook.id)
        await gather(hook)
        if ((await sendWaiting(hook)) && !isNews.has(hook.id)) return
      } while (isNews.has(hook.id))
    } finally {
      sending.delete(hook.id)
    }
  }
  /** Sends what waits, in order. true = the next one has its time later, and a timer for it. */
  async function sendWaiting(hook: Webhook): Promise<boolean> {
    for (let next = store.first(hook.id); next !== null && !closed; next = store.first(hook.id)) {
      if (next.nextAt > now()) {
        wakeAt(hook, next.nextAt)
        return true
      }
      const { id, body, tries, at, resentAt } = next
      const status = await postSigned({
        url: hook.url,
        key: key(),
        id,
        body,
        timestamp: now(),
        answerMs: times.answerMs,
      })
      if (closed) return true
      const words = answerWords(status)
      if (isTaken(status)) store.tried(id, 'done', words, now(), null)
      else if (isRefused(status)) store.tried(id, 'refused', words, now(), null)
      else if (now() - Math.max(at, resentAt ?? 0) >= times.giveUpMs) store.tried(id, 'given-up', words, now(), null)
      else {
        const pause = Math.min(times.longestPauseMs, times.firstPauseMs * 2 ** Math.min(tries, 20))
        store.tried(id, 'waiting', words, now(), now() + pause)
      }
    }
    return false
  }
  function wakeAt(hook: Webhook, at: number): void {
    timers.set(
      hook.id,
      after(Math.max(1, at - now()), () => {
        timers.delete(hook.id)
        run(hook)
      }),
    )
  }
  const run = (hook: Webhook): void => void send(hook).catch(onBroken)
  const runAll = (): void => {
    for (const hook of hooks()) run(hook)
  }
  const stopFacts = office.onFacts(soon(runAll))
  runAll()

  return {
    list() {
      const items = store.list(LISTED)
      return { hooks: hooks().map((hook) => ({ ...hook, ...store.sums(hook.id) })), items, total: items.length }
    },
    resend(id) {
      // id: the address, and the number of the record.
      const isKnown = hooks().some((hook) => hook.id === id.slice(0, id.lastIndexOf('-')))
      const isAgain = isKnown && store.resend(id, now())
      if (isAgain) runAll()
      return isAgain
    },
    close() {
      closed = true
      stopFacts()
      for (const stop of timers.values()) stop()
    },
  }
}
