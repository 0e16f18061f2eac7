import type { Delivery, WebhookList } from '../contract/webhooks.ts'
import type { DeliveryStore, DueDelivery, FreshDelivery } from '../store/delivery-store.ts'
import { after } from '../time.ts'
import { answerWords, isTaken, postSigned } from './post-signed.ts'

export interface DeliveryTimes {
  answerMs: number
  firstPauseMs: number
  longestPauseMs: number
  /** After so long in vain one is given up, and the next has its turn. */
  giveUpMs: number
}
export const usualDeliveryTimes: DeliveryTimes = {
  answerMs: 5_000,
  firstPauseMs: 2_000,
  longestPauseMs: 600_000,
  giveUpMs: 24 * 3_600_000,
}
/** Another system that is told of something. */
export interface Address {
  id: string
  url: string
  topics: readonly Delivery['topic'][]
}
/** What a try came to: the other side has it, does not want this one, or may want it later. */
export interface Told {
  outcome: 'done' | 'refused' | 'later'
  words: string
}
/** Another way than a signed post. */
export interface Way {
  /** What cannot go out now holds up what follows; else the others have their turn. */
  inOrder: boolean
  send(due: DueDelivery): Promise<Told>
  /** After every try. */
  onTried(): void
}
export interface DeliveriesDeps {
  store: DeliveryStore
  /** Signs; asked only where there is somebody to tell. */
  key(): string
  now(): number
  onBroken(error: unknown): void
  times: DeliveryTimes
  way?: Way
}
export interface Deliveries {
  readonly isClosed: boolean
  /** Sends what waits for an address. `gather`: writes down what is new first; it is asked again when there was more meanwhile. */
  run(to: Address, gather: () => Promise<void>): void
  add(to: Address, fresh: FreshDelivery): void
  list(addresses: readonly Address[]): Omit<WebhookList, 'mails'>
  /** Once more. false = there is no such message, or it still waits. */
  resend(id: string, addresses: readonly Address[]): boolean
  close(): void
}

const LISTED = 200
/** The other side does not want this one; whatever else it says may be otherwise later. */
const isRefused = (status: number | null): boolean =>
  status !== null && status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429

/** Messages to other systems, signed, each address in order and on its own, again with longer pauses. Nothing in the hall waits for them. */
export function openDeliveries({ store, key, now, onBroken, times, way }: DeliveriesDeps): Deliveries {
  const sending = new Set<string>()
  /** More happened while it was sending. */
  const isNews = new Set<string>()
  const timers = new Map<string, () => void>()
  let closed = false

  async function send(to: Address, gather: () => Promise<void>): Promise<void> {
    if (closed) return
    if (sending.has(to.id)) return void isNews.add(to.id)
    sending.add(to.id)
    timers.get(to.id)?.()
    timers.delete(to.id)
    try {
      do {
        isNews.delete(to.id)
        await gather()
        if ((await sendWaiting(to, gather)) && !isNews.has(to.id)) return
      } while (isNews.has(to.id))
    } finally {
      sending.delete(to.id)
    }
  }
  /** Sends what waits, in order. true = the next one has its time later, and a timer for it. */
  async function sendWaiting(to: Address, gather: () => Promise<void>): Promise<boolean> {
    const first = way?.inOrder === false ? store.firstDue : store.first
    for (let next = first(to.id); next !== null && !closed; next = first(to.id)) {
      if (next.nextAt > now()) {
        wakeAt(to, gather, next.nextAt)
        return true
      }
      const { outcome, words } = await (way ? way.send(next) : post(to, next))
      if (closed) return true
      note(next, outcome, words)
      way?.onTried()
    }
    return false
  }
  async function post(to: Address, { id, body }: DueDelivery): Promise<Told> {
    const { answerMs } = times
    const status = await postSigned({ url: to.url, key: key(), id, body, timestamp: now(), answerMs })
    return { outcome: isTaken(status) ? 'done' : isRefused(status) ? 'refused' : 'later', words: answerWords(status) }
  }
  function note({ id, tries, at, resentAt }: DueDelivery, outcome: Told['outcome'], words: string): void {
    const { giveUpMs, longestPauseMs, firstPauseMs } = times
    if (outcome !== 'later') return store.tried(id, outcome, words, now(), null)
    if (now() - Math.max(at, resentAt ?? 0) >= giveUpMs) return store.tried(id, 'given-up', words, now(), null)
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries, 20))
    store.tried(id, 'waiting', words, now(), now() + pause)
  }
  function wakeAt(to: Address, gather: () => Promise<void>, at: number): void {
    timers.set(
      to.id,
      after(Math.max(1, at - now()), () => {
        timers.delete(to.id)
        run(to, gather)
      }),
    )
  }
  const run = (to: Address, gather: () => Promise<void>): void => void send(to, gather).catch(onBroken)
  return {
    get isClosed() {
      return closed
    },
    run,
    add(to, fresh) {
      store.push(fresh)
      run(to, async () => {})
    },
    list(addresses) {
      const items = store.list(LISTED)
      const hooks = addresses.map(({ id, url, topics }) => ({ id, url, topics: [...topics], ...store.sums(id) }))
      return { hooks, items, total: items.length }
    },
    resend(id, addresses) {
      // id: the address, and the number of the message.
      const isKnown = addresses.some((to) => to.id === id.slice(0, id.lastIndexOf('-')))
      return isKnown && store.resend(id, now())
    },
    close() {
      closed = true
      for (const stop of timers.values()) stop()
    },
  }
}
