import type { Pulse } from '../contract/display-pulse.ts'
import { type ClientMessage, type ServerMessage, clientMessage } from '../contract/messages.ts'
import { ORDER_LIFETIME_MS } from '../contract/order-lifetime.ts'
import { OLDEST_OF_PROGRAMS, PROTOCOL } from '../contract/protocol.ts'
import type { RefusalCode } from '../contract/refusals.ts'
import { type Actor, thePublic } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { mayListen } from '../rights/topics.ts'
import { errorBody, faultsOf } from './error-body.ts'
import type { Show } from '../show/show.ts'
import type { PagePresence } from './page-presence.ts'
import { MOST_PUBLIC_TOPICS, type SocketLimits } from './socket-limits.ts'

export interface SessionDeps {
  show: Pick<Show, 'listen' | 'leave'>
  /** A browser's page, which can load anew; other programs cannot. */
  isPage: boolean
  send(text: string): void
  close(code: number, reason: string): void
  actorOf(token: string): Actor | null
  /** Who signed in on this browser, by its cookie; null = nobody. */
  signedIn(): Actor | null
  /** Why there is nothing under this topic; null = there is. */
  unknownPlace(topic: string): RefusalCode | null
  /** Whoever signed in here is at work. */
  touch(): void
  giveOrder: GiveOrder
  /** A screen tells of its own page. Returns true when it should load anew. */
  onPulse(screenId: string, pulse: Pulse): boolean
  /** What a page without a token may do. */
  limits: SocketLimits
  /** Whether whoever is at the other end may look at this visitor's number now. */
  mayTrack(token: string): boolean
  presence: PagePresence
  onBroken(error: unknown): void
  version: string
  /** Addresses of all gateways of this hall; [] = this is the only one. */
  gateways: readonly string[]
  now(): number
  /** Monotonic milliseconds of this run of the gateway. */
  ticks(): number
}

/** WebSocket close code, as HTTP's 429. */
const TOO_MANY = 4429

/** `again`: who it is now, by what it showed at first. */
type Where =
  | { name: 'greeting' }
  | { name: 'joined'; actor: Actor; again: () => Actor | null; topics: readonly string[] }
  | { name: 'closed' }

/** One page's conversation: hello first, then topics and commands. Nothing is done for who has not said hello. */
export function openSession(deps: SessionDeps): {
  hear(text: string): void
  /** Whether it has said hello. */
  isJoined(): boolean
  /** Rights have changed: whoever has none any more is sent away, the others hear what they may hear now. */
  askAgain(): void
  end(): void
} {
  const { show, send, close, actorOf, giveOrder, onPulse, limits, presence, version, now, ticks } = deps
  let where: Where = { name: 'greeting' }
  const listener = { send }
  const tell = (message: ServerMessage): void => send(JSON.stringify(message))

  function refuseAndLeave(code: RefusalCode, closeCode: number, details: unknown = {}): void {
    tell({ type: 'refused', error: errorBody(code, details) })
    leave()
    close(closeCode, code)
  }
  function leave(): void {
    where = { name: 'closed' }
    presence.stand(listener, thePublic, [])
    show.leave(listener)
  }
  function listen(actor: Actor, topics: readonly string[]): void {
    const wanted = [...new Set(topics)]
    const isPublic = actor.roles.length === 0
    if (isPublic && (wanted.length > MOST_PUBLIC_TOPICS || !limits.mayListen(wanted.length)))
      return refuseAndLeave('too-many', TOO_MANY, { most: MOST_PUBLIC_TOPICS })
    const allowed = wanted.filter((topic) => mayListen(actor, topic))
    const refused = wanted.filter((topic) => !mayListen(actor, topic))
    if (refused.length > 0) tell({ type: 'refused', error: errorBody('not-allowed', { topics: refused }) })
    for (const topic of allowed) {
      const code = deps.unknownPlace(topic)
      if (code !== null) tell({ type: 'refused', error: errorBody(code, { topics: [topic] }) })
    }
    if (isPublic && !allowed.every(mayLookAt)) return refuseAndLeave('too-many', TOO_MANY)
    presence.stand(listener, actor, allowed)
    show.listen(listener, allowed)
  }
  /** Numbers are guessed here no faster than over HTTP. */
  function mayLookAt(topic: string): boolean {
    return !topic.startsWith('track:') || deps.mayTrack(topic.slice('track:'.length))
  }
  function greet(message: Extract<ClientMessage, { type: 'hello' }>): void {
    const oldest = deps.isPage ? PROTOCOL : OLDEST_OF_PROGRAMS
    if (message.protocol < oldest || message.protocol > PROTOCOL) {
      tell({ type: 'reload' })
      leave()
      close(4426, 'reload')
      return
    }
    const { token } = message
    // A page that shows no token is whoever signed in on its browser; when that ends, it is sent away and not left as a stranger.
    const again = token !== null ? () => actorOf(token) : deps.signedIn() ? deps.signedIn : () => thePublic
    const actor = again()
    if (!actor) return refuseAndLeave('not-signed-in', 4401)
    where = { name: 'joined', actor, again, topics: message.topics }
    const { gateways } = deps
    const others = gateways.length > 0 && { gateways: [...gateways] }
    tell({ type: 'welcome', protocol: PROTOCOL, version, now: now(), ticks: ticks(), ...others })
    listen(actor, message.topics)
  }
  async function order(
    actor: Actor,
    { command, commandId, madeAt }: Extract<ClientMessage, { type: 'command' }>,
  ): Promise<void> {
    const isLate = (): boolean => madeAt !== undefined && ticks() - madeAt > ORDER_LIFETIME_MS
    const answer = await giveOrder(actor, command, commandId, isLate)
    tell(
      answer.ok
        ? { type: 'reply', commandId, ok: true, result: answer.body }
        : { type: 'reply', commandId, ok: false, error: errorBody(answer.code, answer.details) },
    )
  }

  const pong = (askedAt: number | undefined): ServerMessage =>
    askedAt === undefined ? { type: 'pong' } : { type: 'pong', time: { askedAt, now: now(), ticks: ticks() } }

  return {
    hear(text) {
      if (where.name === 'closed') return
      const isStranger = where.name === 'greeting' || where.actor.roles.length === 0
      if (isStranger && !limits.mayHear(text.length)) return refuseAndLeave('too-many', TOO_MANY)
      const parsed = clientMessage.safeParse(parseJson(text))
      if (!parsed.success) {
        // A page that once said hello gets another chance; a stranger does not.
        if (where.name === 'greeting') refuseAndLeave('not-understood', 4400, faultsOf(parsed.error.issues))
        else tell(unreadable(text, faultsOf(parsed.error.issues)))
        return
      }
      const message = parsed.data
      if (where.name === 'greeting') {
        if (message.type === 'hello') greet(message)
        else refuseAndLeave('not-understood', 4400, { expected: 'hello' })
        return
      }
      switch (message.type) {
        case 'hello':
          return refuseAndLeave('not-understood', 4400, { expected: 'one hello' })
        case 'topics':
          where = { ...where, topics: message.topics }
          return listen(where.actor, message.topics)
        case 'command':
          if (where.actor.number !== null) deps.touch()
          order(where.actor, message).catch(deps.onBroken)
          return
        case 'ping':
          return tell(pong(message.askedAt))
        case 'pulse': {
          // What others tell of a screen is not believed, whatever they may do otherwise.
          const own = where.actor.screen
          if (own !== null && message.topic === `screen:${own}` && onPulse(own, message)) tell({ type: 'reload' })
          return
        }
      }
    },
    isJoined: () => where.name === 'joined',
    askAgain() {
      if (where.name !== 'joined') return
      const actor = where.again()
      if (!actor) return refuseAndLeave('not-signed-in', 4401)
      const isSame =
        String(actor.roles) === String(where.actor.roles) && String(actor.counters) === String(where.actor.counters)
      where = { ...where, actor }
      if (!isSame) listen(actor, where.topics)
    },
    end: leave,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A command that cannot be read is still answered under its id, else its page would resend it for ever. */
function unreadable(text: string, details: unknown): ServerMessage {
  const raw = parseJson(text)
  const commandId =
    typeof raw === 'object' && raw !== null && 'commandId' in raw ? String(raw.commandId).slice(0, 128) : null
  const error = errorBody('not-understood', details)
  return commandId === null ? { type: 'refused', error } : { type: 'reply', commandId, ok: false, error }
}
