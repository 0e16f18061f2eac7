import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { AGENT_PATH } from '../contract/agent-messages.ts'
import { LARGEST_PACKET } from '../agent/frame.ts'
import type { HidPort } from '../devices/hid/hid-port.ts'
import { after } from '../time.ts'
import { keepDoing } from '../work/keep-doing.ts'
import type { Actor } from '../rights/actor.ts'
import { type AgentSessionDeps, type Greeting, type LentDevices, openAgentSession } from './agent-session.ts'
import { guarded } from './guarded.ts'
import { type LineAge, lineAge } from './line-age.ts'
import { type UpgradeDoor, refuseUpgrade } from './upgrade-door.ts'

/** Two knocks of an agent that is turned away, and some. */
export const REFUSAL_STANDS_MS = 90_000
const PING_MS = 5_000
const LARGEST_MESSAGE = 4 * LARGEST_PACKET
const LARGEST_BACKLOG = 4 * 1024 * 1024

export interface AgentDoor {
  /** What a terminal's computer lends now; null while its agent is away. */
  at(terminalId: string): LentDevices | null
  /** The HID devices of a terminal's computer, whether its agent is there or not. */
  hidAt(terminalId: string): HidPort
  all(): LentDevices[]
  /** An agent came, went, or was turned away at this terminal. */
  onChange(listener: (terminalId: string) => void): void
  /** Why the last one was turned away, in words; null = nobody was since the agent is there. */
  refusedAt(terminalId: string): string | null
  /** Tokens were taken back: an agent that showed one of them lends no more. */
  askAgain(): void
  close(): void
}

/** Where the agents of the terminals knock. Not a page's door: whoever has an Origin is a browser and is sent away. */
export function openAgentDoor(
  upgrades: UpgradeDoor,
  parts: {
    actorOf(token: string): Actor | null
    terminals: readonly string[]
    now(): number
    /** Milliseconds that only grow. */
    ticks(): number
    onBroken(error: unknown): void
    /** How long a refusal stands when nobody was refused again. */
    refusalMs: number
  },
): AgentDoor {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
    allowSynchronousEvents: false,
  })
  const present = new Map<string, { lent: LentDevices; token: string; bye(): void }>()
  const refusals = new Map<string, { message: string; forget(): void }>()
  const listeners = new Set<(terminalId: string) => void>()
  const ports = new Map<string, { port: HidPort; changed(): void }>()
  const alive = new WeakSet()
  const byes = new WeakMap<WebSocket, () => void>()
  const ages = new WeakMap<WebSocket, LineAge>()
  const tell = (terminalId: string): void => {
    for (const listener of listeners) listener(terminalId)
  }

  function forgetRefusal(terminal: string): void {
    refusals.get(terminal)?.forget()
    refusals.delete(terminal)
  }
  function keepRefusal(terminal: string, message: string): void {
    forgetRefusal(terminal)
    const forget = after(parts.refusalMs, () => {
      refusals.delete(terminal)
      tell(terminal)
    })
    refusals.set(terminal, { message, forget })
  }
  function mayLend(terminal: string, token: string, instance: string): Greeting {
    if (!parts.terminals.includes(terminal))
      return { ok: false, code: 'unknown-terminal', message: `大厅里没有终端 ${terminal}。` }
    const actor = parts.actorOf(token)
    if (actor?.terminal !== terminal)
      return { ok: false, code: 'not-allowed', message: `这个口令不是终端 ${terminal} 的。` }
    const before = present.get(terminal)
    // The same program again is a reconnect. Another one is a second computer that says the same: the one that works stays.
    if (before && before.lent.instance !== instance)
      return { ok: false, code: 'taken', message: `另一台电脑已经是终端 ${terminal} 了。` }
    return { ok: true }
  }
  /** Whoever has no token may knock; at a terminal whose own agent is there, that is no news. */
  const mayShow = (terminal: string, code: string): boolean =>
    parts.terminals.includes(terminal) && (code !== 'not-allowed' || !present.has(terminal))
  upgrades.at(AGENT_PATH, (request, socket, head) => {
    if (request.headers.origin !== undefined) return refuseUpgrade(socket, 'not-allowed')
    sockets.handleUpgrade(request, socket, head, (one) => sockets.emit('connection', one, request))
  })
  sockets.on('connection', (socket, request) => {
    alive.add(socket)
    let terminal: string | null = null
    // What was meant for the devices of a line that is given up must not reach them when the network is mended, and what they said
    // over it counts for nothing.
    const bye = (): void => {
      session.end()
      request.socket.resetAndDestroy()
    }
    byes.set(socket, bye)
    const age = lineAge(parts.ticks)
    ages.set(socket, age)
    const session: ReturnType<typeof openAgentSession> = openAgentSession({
      sendText: (text) => socket.readyState === socket.OPEN && socket.send(text),
      sendBinary(frame) {
        if (socket.bufferedAmount > LARGEST_BACKLOG) bye()
        else if (socket.readyState === socket.OPEN) socket.send(frame)
      },
      close: (code) => socket.close(code),
      greet(hello, lent) {
        const answer = mayLend(hello.terminal, hello.token, hello.instance)
        if (answer.ok) {
          present.get(hello.terminal)?.bye()
          terminal = hello.terminal
          present.set(terminal, { lent, token: hello.token, bye })
          forgetRefusal(terminal)
        } else if (mayShow(hello.terminal, answer.code)) keepRefusal(hello.terminal, answer.message)
        queueMicrotask(() => tell(hello.terminal))
        return answer
      },
      onHidChange: () => terminal !== null && ports.get(terminal)?.changed(),
      now: parts.now,
    } satisfies AgentSessionDeps)
    const hear = (data: RawData, binary: boolean): void => {
      alive.add(socket)
      if (!binary) session.hearText(String(data))
      else
        session.hearBinary(
          Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? new Uint8Array(data) : data,
          age.isLate(),
        )
    }
    socket.on('message', guarded(socket, parts.onBroken, hear))
    socket.on('pong', (content) => {
      alive.add(socket)
      age.pong(String(content))
    })
    socket.on('error', bye)
    const notSilent = after(PING_MS, () => terminal === null && bye())
    const leave = (): void => {
      notSilent()
      session.end()
      if (terminal === null) return
      // A reconnect may already stand in its place.
      if (present.get(terminal)?.bye === bye) present.delete(terminal)
      ports.get(terminal)?.changed()
      tell(terminal)
    }
    socket.on('close', guarded(socket, parts.onBroken, leave))
  })
  const beat = (): void => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) byes.get(socket)?.()
      else socket.ping(ages.get(socket)?.ping())
    }
  }
  const heart = keepDoing(PING_MS, beat, parts.onBroken)

  return {
    at: (terminalId) => present.get(terminalId)?.lent ?? null,
    all: () => [...present.values()].map(({ lent }) => lent),
    hidAt(terminalId) {
      const known = ports.get(terminalId)
      if (known) return known.port
      const changes = new Set<() => void>()
      const port: HidPort = {
        list: async () => (await present.get(terminalId)?.lent.listHid()) ?? [],
        open: async (path) => (await present.get(terminalId)?.lent.openHid(path)) ?? null,
        onChange: (listener) => void changes.add(listener),
      }
      ports.set(terminalId, {
        port,
        changed() {
          for (const one of changes) one()
        },
      })
      return port
    },
    onChange: (listener) => void listeners.add(listener),
    refusedAt: (terminalId) => refusals.get(terminalId)?.message ?? null,
    askAgain() {
      for (const { token, bye } of [...present.values()]) if (!parts.actorOf(token)) bye()
    },
    close() {
      heart.stop()
      for (const { forget } of refusals.values()) forget()
      for (const socket of sockets.clients) socket.close(1012, 'restart')
      sockets.close()
    },
  }
}
