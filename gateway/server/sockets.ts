import type { IncomingMessage } from 'node:http'
import { WebSocketServer } from 'ws'
import { keepDoing } from '../work/keep-doing.ts'
import type { Actor } from '../rights/actor.ts'
import { guarded } from './guarded.ts'
import { isSameOrigin } from './same-origin.ts'
import { type SessionDeps, openSession } from './session.ts'
import type { SocketLimits } from './socket-limits.ts'
import type { TrackGuard } from './track-guard.ts'
import { type UpgradeDoor, refuseUpgrade } from './upgrade-door.ts'
import type { AddressOf } from './visitor-address.ts'
import { after } from '../time.ts'

const HEARTBEAT_MS = 10_000
const LARGEST_MESSAGE = 64 * 1024
/** A listener that does not read must not fill the memory; it reconnects and gets the current view. */
const LARGEST_BACKLOG = 4 * 1024 * 1024
const STRANGERS_BACKLOG = 512 * 1024
/** Pages say hello in the moment in which they are let in. */
const HELLO_WITHIN_MS = 5_000
/** Open sockets of one address that show no token: the phones and walls of a whole hall. */
const MOST_STRANGERS = 3_500

export interface SocketDeps
  extends Omit<SessionDeps, 'send' | 'close' | 'limits' | 'mayTrack' | 'isPage' | 'signedIn' | 'touch'> {
  /** Whoever signed in where this cookie is from. */
  signedIn(cookie: string | undefined): Actor | null
  touch(cookie: string | undefined): void
  /** A token that was shown, and from where. */
  onToken(token: string, address: string): void
  addressOf: AddressOf
  limitsOf(address: string): SocketLimits
  trackGuard: TrackGuard
  isTracked(token: string): boolean
}

export interface Sockets {
  count(): number
  /** Rights have changed. */
  askAgain(): void
  /** All pages look for the hall anew. */
  sendAway(): void
  close(): void
}

/** WebSockets at /ws: Origin checked before anything is said, sizes and strangers bounded, heartbeat both ways. */
export function openSockets(upgrades: UpgradeDoor, deps: SocketDeps): Sockets {
  const { addressOf, limitsOf, trackGuard, isTracked, onBroken } = deps
  // One message of each socket in a turn of the event loop: who sends a hundred in one packet keeps no call waiting.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, allowSynchronousEvents: false })
  const alive = new WeakSet()
  const sessions = new Set<ReturnType<typeof openSession>>()
  /** Sockets without a token, by address. */
  const strangers = new Map<string, number>()
  const count = (address: string, by: 1 | -1): void => {
    const open = (strangers.get(address) ?? 0) + by
    if (open > 0) strangers.set(address, open)
    else strangers.delete(address)
  }
  upgrades.at('/ws', (request, socket, head) => {
    if (!isSameOrigin(request.headers, deps.gateways)) return refuseUpgrade(socket, 'not-allowed')
    if ((strangers.get(addressOf(request)) ?? 0) >= MOST_STRANGERS) return refuseUpgrade(socket, 'too-many')
    sockets.handleUpgrade(request, socket, head, (one) => sockets.emit('connection', one, request))
  })
  sockets.on('connection', (socket, request: IncomingMessage) => {
    const address = addressOf(request)
    let isStranger = true
    count(address, 1)
    alive.add(socket)
    /** Whoever shows a token, or signed in, is no stranger any more. */
    const known = (actor: Actor | null): Actor | null => {
      if (actor && isStranger) {
        isStranger = false
        count(address, -1)
      }
      return actor
    }
    const session = openSession({
      ...deps,
      isPage: request.headers.origin !== undefined,
      limits: limitsOf(address),
      mayTrack: (token) => trackGuard(address, token, isTracked(token)),
      signedIn: () => known(deps.signedIn(request.headers.cookie)),
      touch: () => deps.touch(request.headers.cookie),
      actorOf(token) {
        deps.onToken(token, address)
        return known(deps.actorOf(token))
      },
      send: (text) => {
        if (socket.bufferedAmount > (isStranger ? STRANGERS_BACKLOG : LARGEST_BACKLOG)) socket.terminate()
        else if (socket.readyState === socket.OPEN) socket.send(text)
      },
      close: (code, reason) => socket.close(code, reason),
    })
    sessions.add(session)
    const notLate = after(HELLO_WITHIN_MS, () => session.isJoined() || socket.terminate())
    socket.on(
      'message',
      guarded(socket, onBroken, (data, binary) => {
        alive.add(socket)
        session.hear(binary ? '' : String(data))
      }),
    )
    socket.on('pong', () => alive.add(socket))
    socket.on('error', () => socket.terminate())
    const leave = (): void => {
      notLate()
      sessions.delete(session)
      if (isStranger) count(address, -1)
      session.end()
    }
    socket.on('close', guarded(socket, onBroken, leave))
  })
  const beat = (): void => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }
  const heart = keepDoing(HEARTBEAT_MS, beat, onBroken)
  const sendAway = (): void => {
    for (const socket of sockets.clients) socket.close(1012, 'restart')
  }
  return {
    count: () => sockets.clients.size,
    askAgain() {
      for (const session of sessions) session.askAgain()
    },
    sendAway,
    close() {
      heart.stop()
      sendAway()
      sockets.close()
    },
  }
}
