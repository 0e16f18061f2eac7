import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Command } from '../contract/commands.ts'
import type { Pulse } from '../contract/display-pulse.ts'
import type { ClientMessage, ErrorBody, ServerMessage } from '../contract/messages.ts'
import { PROTOCOL } from '../contract/protocol.ts'
import { type PageRole, accessToken, forgetToken, keepToken } from './access.ts'

export type Answer = { ok: true; result: unknown } | { ok: false; error: ErrorBody }
export type Access = 'asking' | 'granted' | 'refused'

export interface HallConnection {
  /** Whole views of one topic; null until the first arrives. The last view stays when the gateway is away. */
  view<T>(topic: string): ReadonlySignal<T | null>
  readonly online: ReadonlySignal<boolean>
  readonly access: ReadonlySignal<Access>
  /** Epoch ms of the last message: pages tell how old their picture is. */
  readonly heardAt: ReadonlySignal<number>
  /** The gateway's clock, epoch ms. */
  now(): number
  watch(topics: string[]): void
  /** Resent with the same id after a reconnect until the gateway has answered. */
  order(command: Command): Promise<Answer>
  /** A display page tells of itself; lost without harm while the gateway is away. */
  pulse(pulse: Pulse): void
  useToken(token: string): void
  close(): void
}

const PING_EVERY = 5_000
const SILENT_AFTER = 12_000

/** The page's end of the wire: connects, says hello, keeps topics and open orders over every reconnect. */
export function connect({ role, id, topics }: { role: PageRole; id: string | null; topics: string[] }): HallConnection {
  const views = new Map<string, Signal<unknown>>()
  const online = signal(false)
  const access = signal<Access>('asking')
  const heardAt = signal(Date.now())
  const orders = new Map<string, { command: Command; answer: (answer: Answer) => void }>()
  let wanted = topics
  let socket: WebSocket | null = null
  let offset = 0
  let tries = 0
  let closed = false
  let retry: ReturnType<typeof setTimeout> | undefined

  const viewOf = (topic: string): Signal<unknown> => {
    const known = views.get(topic) ?? signal<unknown>(null)
    views.set(topic, known)
    return known
  }
  const send = (message: ClientMessage): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }
  const settle = (commandId: string, answer: Answer): void => {
    orders.get(commandId)?.answer(answer)
    orders.delete(commandId)
  }

  function hear(message: ServerMessage): void {
    heardAt.value = Date.now()
    switch (message.type) {
      case 'welcome':
        offset = message.now - Date.now()
        tries = 0
        access.value = 'granted'
        online.value = true
        for (const [commandId, { command }] of orders) send({ type: 'command', commandId, command })
        return
      case 'view':
        viewOf(message.topic).value = message.view
        return
      case 'reply':
        settle(
          message.commandId,
          message.ok
            ? { ok: true, result: message.result }
            : { ok: false, error: message.error ?? { code: 'not-understood', message: '' } },
        )
        return
      case 'refused':
        if (message.error.code === 'not-signed-in') {
          access.value = 'refused'
          forgetToken(role, id)
        }
        return
      case 'reload':
        reloadOnce()
        return
      case 'ping':
        send({ type: 'ping' })
        return
      case 'pong':
        return
    }
  }

  async function open(): Promise<void> {
    const token = await accessToken(role, id)
    if (closed) return
    if (token === null && role !== 'public' && role !== 'display') {
      access.value = navigator.onLine ? 'refused' : access.value
      again()
      return
    }
    const next = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`)
    socket = next
    next.onopen = () => send({ type: 'hello', protocol: PROTOCOL, token, topics: wanted } as ClientMessage)
    next.onmessage = (event: MessageEvent<string>) => hear(JSON.parse(event.data) as ServerMessage)
    next.onclose = () => {
      online.value = false
      if (socket === next) again()
    }
  }
  function again(): void {
    if (closed) return
    clearTimeout(retry)
    tries += 1
    // Spread out, so that two hundred screens do not knock in the same moment after a restart.
    retry = setTimeout(() => void open(), Math.min(5_000, 250 * 2 ** Math.min(tries, 5)) * (0.7 + Math.random() * 0.6))
  }
  const heart = setInterval(() => {
    if (socket?.readyState !== WebSocket.OPEN) return
    if (Date.now() - heardAt.value > SILENT_AFTER) {
      const silent = socket
      socket = null
      silent.close()
      online.value = false
      again()
    } else send({ type: 'ping' })
  }, PING_EVERY)
  void open()

  return {
    view: <T>(topic: string) => viewOf(topic) as ReadonlySignal<T | null>,
    online,
    access,
    heardAt,
    now: () => Date.now() + offset,
    watch(next) {
      wanted = next
      send({ type: 'topics', topics: next })
    },
    order(command) {
      const commandId = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`
      return new Promise((answer) => {
        orders.set(commandId, { command, answer })
        send({ type: 'command', commandId, command })
      })
    },
    pulse: (pulse) => send(pulse),
    useToken(token) {
      keepToken(role, id, token)
      access.value = 'asking'
      tries = 0
      again()
    },
    close() {
      closed = true
      clearInterval(heart)
      clearTimeout(retry)
      socket?.close()
    },
  }
}

/** A page that stays older than the gateway after a reload must not reload for ever. */
function reloadOnce(): void {
  const last = Number(sessionStorage.getItem('tingshi:reloaded') ?? 0)
  if (Date.now() - last < 30_000) return
  sessionStorage.setItem('tingshi:reloaded', String(Date.now()))
  location.reload()
}
