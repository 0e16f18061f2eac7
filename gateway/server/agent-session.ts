import {
  AGENT_PROTOCOL,
  type FromAgent,
  type HidInfo,
  type Lendable,
  type ToAgent,
  fromAgent,
} from '../contract/agent-messages.ts'
import { hidOver } from '../agent/carry-hid.ts'
import { linkOver } from '../agent/carry-link.ts'
import { readerOver } from '../agent/carry-reader.ts'
import { type Channel, multiplex } from '../agent/multiplex.ts'
import type { HidDevice } from '../devices/hid/hid-port.ts'
import type { Link } from '../devices/link.ts'
import type { IdCardReader } from '../devices/reader/id-card-reader.ts'
import { within } from '../devices/within.ts'

/** What one terminal's computer lends right now. */
export interface LentDevices {
  readonly terminal: string
  readonly instance: string
  readonly version: string
  readonly system: string
  readonly sealed: boolean
  /** Epoch ms. */
  readonly since: number
  openBytes(path: string, baudRate: number): Promise<Link | null>
  openReader(path: string, baudRate: number): Promise<IdCardReader | null>
  openHid(path: string): Promise<HidDevice | null>
  listHid(): Promise<HidInfo[]>
}
export type Greeting = { ok: true } | { ok: false; code: string; message: string }

export interface AgentSessionDeps {
  sendText(text: string): void
  sendBinary(frame: Uint8Array): void
  close(code: number): void
  /** Whether this agent may lend, and if so it does from now on. */
  greet(hello: Extract<FromAgent, { type: 'hello' }>, lent: LentDevices): Greeting
  onHidChange(): void
  now(): number
}

const OPEN_MS = 3_000
const LIST_MS = 3_000

/** One agent's conversation: hello first, then whatever the gateway wants opened. */
export function openAgentSession(deps: AgentSessionDeps): {
  hearText(text: string): void
  hearBinary(frame: Uint8Array, isLate: boolean): void
  end(): void
} {
  let where: 'greeting' | 'lending' | 'closed' = 'greeting'
  let lastChannel = 0
  let lastRequest = 0
  const opening = new Map<number, (ok: boolean) => void>()
  const listing = new Map<number, (devices: HidInfo[]) => void>()
  const say = (message: ToAgent): void => deps.sendText(JSON.stringify(message))
  const lanes = multiplex({ sendText: say, sendBinary: deps.sendBinary })

  async function open<T>(what: Lendable, wrap: (channel: Channel) => T): Promise<T | null> {
    if (where !== 'lending') return null
    const number = ++lastChannel
    const channel = lanes.open(number)
    if (!channel) return null
    const wrapped = wrap(channel)
    const opened = new Promise<boolean>((done) => opening.set(number, done))
    channel.onClose(() => opening.get(number)?.(false))
    say({ type: 'open', channel: number, what })
    const ok = await within(OPEN_MS, opened, false)
    opening.delete(number)
    if (ok) return wrapped
    // Also when the answer comes too late: the device must not stay held for nobody.
    channel.reset()
    return null
  }
  function greet(hello: Extract<FromAgent, { type: 'hello' }>): void {
    const { terminal, instance, version, system, sealed } = hello
    const lent: LentDevices = {
      terminal,
      instance,
      version,
      system,
      sealed,
      since: deps.now(),
      openBytes: (path, baudRate) => open({ kind: 'bytes', path, baudRate }, linkOver),
      openReader: (path, baudRate) => open({ kind: 'card-reader', path, baudRate }, readerOver),
      openHid: (path) => open({ kind: 'hid', path }, hidOver),
      listHid() {
        if (where !== 'lending') return Promise.resolve([])
        const request = ++lastRequest
        const listed = new Promise<HidInfo[]>((done) => listing.set(request, done))
        say({ type: 'list', request })
        return within(LIST_MS, listed, []).finally(() => listing.delete(request))
      },
    }
    const answer: Greeting =
      hello.protocol === AGENT_PROTOCOL
        ? deps.greet(hello, lent)
        : { ok: false, code: 'old-agent', message: '这个程序和网关的版本不一样，请装成同一版。' }
    if (!answer.ok) {
      say({ type: 'refused', code: answer.code, message: answer.message })
      return leave(4401)
    }
    where = 'lending'
    say({ type: 'welcome' })
    // Only now may devices be asked for: the agent waits for the welcome.
    deps.onHidChange()
  }
  function leave(code: number): void {
    end()
    deps.close(code)
  }
  function end(): void {
    where = 'closed'
    lanes.end()
    for (const done of listing.values()) done([])
  }

  return {
    hearText(text) {
      const message = fromAgent.safeParse(parse(text)).data
      if (where === 'closed') return
      if (!message || (where === 'greeting') !== (message.type === 'hello')) return leave(4400)
      switch (message.type) {
        case 'hello':
          return greet(message)
        case 'opened':
          return opening.get(message.channel)?.(message.ok)
        case 'listed':
          return listing.get(message.request)?.(message.devices)
        case 'changed':
          return deps.onHidChange()
        case 'closed':
          return lanes.hearClosed(message.channel, message.reset ?? false)
        case 'took':
          return lanes.hearTook(message.channel, message.packets)
      }
    },
    hearBinary: (frame, isLate) => where === 'lending' && lanes.hearBinary(frame, isLate),
    end,
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
