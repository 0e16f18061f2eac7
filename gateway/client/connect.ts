import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Command } from '../contract/commands.ts'
import type { Pulse } from '../contract/display-pulse.ts'
import type { ErrorBody, ServerMessage } from '../contract/messages.ts'
import { PROTOCOL } from '../contract/protocol.ts'
import { type PageRole, forgetToken, keepToken, keptToken, ownAccess } from './access.ts'
import { forgetSession, ownSession } from './own-session.ts'
import { swallowStalePresses } from './fresh-presses.ts'
import { gatewayClock } from './gateway-clock.ts'
import { keepClock, keptGuess } from './kept-clock.ts'
import { type Link, type LinkEnd, openLink } from './link.ts'
import { type Answer, openOrders } from './open-orders.ts'
import { moveTo, otherGateways } from './other-gateways.ts'
import { after, spread, ticks } from './page-clock.ts'
import { SOON_MS, patience } from './patience.ts'
import { reloadOnce } from './reload-once.ts'

export type { Answer }
/** `refused`: nobody is let in with what this page has. `not-allowed`: somebody is, but not here; or there is no such place. */
export type Access = 'asking' | 'granted' | 'refused' | 'not-allowed'

export interface HallConnection {
  /** Whole views of one topic; null until the first arrives. The last view stays when the gateway is away. */
  view<T>(topic: string): ReadonlySignal<T | null>
  /** Rows of one topic by id, in the hall's order; empty until the first arrive. */
  rows<T>(topic: string): ReadonlySignal<ReadonlyMap<string, T>>
  readonly online: ReadonlySignal<boolean>
  readonly access: ReadonlySignal<Access>
  /** Why, when it is `refused` or `not-allowed`: a refusal of the gateway; null = it had nothing to show. */
  readonly refusal: ReadonlySignal<ErrorBody | null>
  /** When the last message came, epoch ms on the gateway's clock as `now`: pages tell how old their picture is. */
  readonly heardAt: ReadonlySignal<number>
  /** The gateway's clock, epoch ms; the device's own is never asked again once the gateway has said what time it is. */
  now(): number
  watch(topics: string[]): void
  /** What was told of a topic that is watched no more goes from this page's memory. */
  forget(topic: string): void
  /**
   * Sent again with the same id after a reconnect, for its lifetime; then answered with `not-sent` or `not-answered`. `dropped`: whoever gave it has
   * gone.
   */
  order(command: Command, dropped?: AbortSignal): Promise<Answer>
  /** A display page tells of itself; lost without harm while the gateway is away. */
  pulse(pulse: Pulse): void
  useToken(token: string): void
  close(): void
}

/** The page's end of the wire: connects, says hello, keeps topics and open orders over every reconnect. */
export function connect({ role, id, topics }: { role: PageRole; id: string | null; topics: string[] }): HallConnection {
  const time = gatewayClock(keptGuess())
  const now = (): number => time.nowAt(ticks())
  const gateways = otherGateways()
  const views = new Map<string, Signal<unknown>>()
  const tables = new Map<string, Signal<ReadonlyMap<string, unknown>>>()
  const online = signal(false)
  const access = signal<Access>('asking')
  const refusal = signal<ErrorBody | null>(null)
  /** Whether it last said hello with a token. */
  let isBearer = false
  const heardAt = signal(now())
  let wanted = topics
  let link: Link | null = null
  let helloAt = 0
  const waits = patience(gateways.hasOthers)
  let tries = 0
  /** Counts the tries to open: one that was overtaken while it waited for its token opens nothing. */
  let nth = 0
  let closed = false
  let stopWaiting = (): void => {}

  const viewOf = (topic: string): Signal<unknown> => {
    const known = views.get(topic) ?? signal<unknown>(null)
    views.set(topic, known)
    return known
  }
  const tableOf = (topic: string): Signal<ReadonlyMap<string, unknown>> => {
    const known = tables.get(topic) ?? signal<ReadonlyMap<string, unknown>>(new Map())
    tables.set(topic, known)
    return known
  }
  const orders = openOrders(
    (message) => link?.send(message) ?? false,
    (tick) => (online.value ? time.ticksAt(tick) : null),
  )

  function hear(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        time.hear({ askedAt: helloAt, heardAt: ticks(), now: message.now, ticks: message.ticks })
        if (message.gateways) gateways.learn(message.gateways)
        tries = 0
        access.value = 'granted'
        online.value = true
        orders.resend()
        break
      case 'view':
        viewOf(message.topic).value = message.view
        break
      case 'rows': {
        const table = tableOf(message.topic)
        table.value = withRows(message.all ? new Map() : table.value, message.rows, message.gone)
        break
      }
      case 'reply':
        orders.settle(
          message.commandId,
          message.ok
            ? { ok: true, result: message.result }
            : { ok: false, error: message.error ?? { code: 'not-understood', message: '' } },
        )
        break
      case 'refused':
        if (message.error.code === 'not-signed-in') {
          refusal.value = isBearer ? message.error : null
          access.value = 'refused'
          forgetToken(role, id)
          forgetSession()
        } else if (namesTopic(message.error, wanted[0])) void hearRefused(message.error)
        break
      case 'reload':
        reloadOnce()
        break
      case 'ping':
        link?.send({ type: 'ping' })
        break
      case 'pong':
        waits.answered()
        if (message.time) time.hear({ ...message.time, heardAt: ticks() })
        keepClock(now())
        break
    }
    // After the clock was put right by this very message.
    heardAt.value = now()
  }
  /** The page's first topic is not for it: of another person, of a place that is not there, or nobody is signed in any more. */
  async function hearRefused(error: ErrorBody): Promise<void> {
    forgetSession()
    const isOut = error.code === 'not-allowed' && !isBearer && (await ownSession())?.signedIn?.stage !== 'in'
    refusal.value = isOut ? null : error
    access.value = isOut ? 'refused' : 'not-allowed'
  }
  function ended(why: LinkEnd): void {
    link = null
    online.value = false
    if (why === 'silent') waits.doubted()
    if (closed) return
    if (why === 'soon') again(SOON_MS)
    else againElsewhere()
  }
  /** Another gateway of the hall answers and this page's own does not: the page goes there, whole. */
  function lookAt(origin: string): void {
    const next = openLink({
      url: `${origin.replace(/^http/, 'ws')}/ws`,
      patienceMs: () => waits.ms,
      // Whoever stands behind the one at work shows the hall to pages that only look.
      onOpen: (opened) =>
        opened.send({ type: 'hello', protocol: PROTOCOL, token: null, topics: role === 'display' ? wanted : [] }),
      onMessage({ type }) {
        if (type !== 'welcome' || link !== next) return
        next.close()
        moveTo(origin, keptToken(role, id))
      },
      onEnd: (why) => {
        if (link === next && why !== 'left') ended(why)
      },
    })
    link = next
  }
  async function open(): Promise<void> {
    nth += 1
    const own = nth
    const at = gateways.at(tries)
    if (at !== location.origin) return lookAt(at)
    const shown = await ownAccess(role, id)
    if (closed || own !== nth) return
    const token = typeof shown === 'object' ? shown.token : null
    if ((shown === 'none' || shown === 'unknown') && role !== 'public' && role !== 'display') {
      if (shown === 'none') access.value = navigator.onLine ? 'refused' : access.value
      againElsewhere()
      return
    }
    isBearer = token !== null
    const before = link
    const next = openLink({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`,
      patienceMs: () => waits.ms,
      onOpen(opened) {
        helloAt = ticks()
        opened.send({ type: 'hello', protocol: PROTOCOL, token, topics: wanted })
      },
      onMessage: hear,
      onEnd: (why) => {
        if (link === next) ended(why)
      },
    })
    link = next
    before?.close()
  }
  function againElsewhere(): void {
    tries += 1
    again(waits.pauseAfter(tries))
  }
  /** Knocks where `tries` says, after about so long. */
  function again(pauseMs: number): void {
    stopWaiting()
    stopWaiting = after(pauseMs * spread(), () => void open())
  }
  if (typeof window !== 'undefined') swallowStalePresses()
  void open()

  return {
    view: <T>(topic: string) => viewOf(topic) as ReadonlySignal<T | null>,
    rows: <T>(topic: string) => tableOf(topic) as ReadonlySignal<ReadonlyMap<string, T>>,
    online,
    access,
    refusal,
    heardAt,
    now,
    watch(next) {
      wanted = next
      link?.send({ type: 'topics', topics: next })
    },
    forget(topic) {
      views.delete(topic)
      tables.delete(topic)
    },
    order: (command, dropped) => orders.order(command, dropped ?? null),
    pulse: (pulse) => void link?.send(pulse),
    useToken(token) {
      keepToken(role, id, token)
      access.value = 'asking'
      tries = 0
      again(SOON_MS)
    },
    close() {
      closed = true
      stopWaiting()
      link?.close()
    },
  }
}

/** Whether a refusal is about this topic; pages stand or fall with their first. */
function namesTopic({ details }: ErrorBody, topic: string | undefined): boolean {
  const named = typeof details === 'object' && details !== null && 'topics' in details ? details.topics : null
  return Array.isArray(named) && topic !== undefined && named.includes(topic)
}

function withRows(
  before: ReadonlyMap<string, unknown>,
  rows: readonly (readonly [string, unknown])[],
  gone: readonly string[],
): ReadonlyMap<string, unknown> {
  const after = new Map(before)
  for (const id of gone) after.delete(id)
  for (const [id, row] of rows) after.set(id, row)
  return after
}
