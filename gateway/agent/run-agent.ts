import { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { WebSocket } from 'ws'
import { AGENT_PATH, AGENT_PROTOCOL, type FromAgent, toAgent } from '../contract/agent-messages.ts'
import { LARGEST_PACKET } from './frame.ts'
import type { LentList } from './lent-list.ts'
import { type Multiplex, multiplex } from './multiplex.ts'
import { type Lending, openLent } from './open-lent.ts'
import { after, chance } from '../time.ts'

export type AgentState =
  | { name: 'connecting' }
  | { name: 'lending'; since: number }
  | { name: 'refused'; message: string }
  | { name: 'away' }

export interface AgentDeps extends Lending {
  /** Those of the hall; where one is away or stands behind another, the next is asked. */
  gateways: readonly string[]
  terminal: string
  token: string
  instance: string
  version: string
  system: string
  /** Keeps what the gateway holds, for this computer's own page. */
  lentList: LentList
  now(): number
  onState(state: AgentState): void
}

/** The gateway pings every 5 s; a line that is silent for so long is dead. */
const SILENT_AFTER_MS = 15_000
/** A gateway that is there answers within a moment; knocking anew is better than waiting for a lost packet. */
const HANDSHAKE_MS = 5_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 15_000
/** Where another one may have the hall. */
const LONGEST_BESIDE_OTHERS_MS = 2_000
/** A token that was refused may be mended at the desk meanwhile; knocking faster helps nobody. */
const REFUSED_PAUSE_MS = 30_000

/** Lends this computer's devices to the gateway for as long as it runs. When the line goes, every device is let go at once. */
export function runAgent(deps: AgentDeps): { close(): void } {
  let socket: WebSocket | null = null
  let tries = 0
  /** Which of them is asked. */
  let turn = 0
  let callOff = (): void => {}
  let closed = false
  let news = (): void => {}
  const longestPauseMs = deps.gateways.length > 1 ? LONGEST_BESIDE_OTHERS_MS : LONGEST_PAUSE_MS
  deps.hid.onChange(() => news())

  function knock(): void {
    deps.onState({ name: 'connecting' })
    const gateway = deps.gateways[turn % deps.gateways.length] ?? ''
    const next = new WebSocket(new URL(AGENT_PATH, gateway.replace(/^http/, 'ws')), {
      maxPayload: 4 * LARGEST_PACKET,
      handshakeTimeout: HANDSHAKE_MS,
      perMessageDeflate: false,
    })
    socket = next
    let refused = false
    const say = (message: FromAgent): void => {
      if (next.readyState === next.OPEN) next.send(JSON.stringify(message))
    }
    const lanes = multiplex({ sendText: say, sendBinary: (frame) => next.readyState === next.OPEN && next.send(frame) })
    let raw: Socket | null = null
    next.on('upgrade', ({ socket: under }) => void (raw = under))
    /** What devices said over a line that is given up must not arrive when the network is mended: a press of a minute ago. */
    const cut = (): void => {
      // Under TLS there is no reset; the gateway has closed its end by then.
      if (raw instanceof Socket && !(raw instanceof TLSSocket)) raw.resetAndDestroy()
      else next.terminate()
    }
    let notSilent = after(SILENT_AFTER_MS, cut)
    const heard = (): void => {
      notSilent()
      notSilent = after(SILENT_AFTER_MS, cut)
    }
    next.on('open', () => {
      const { terminal, token, instance, version, system, sealed } = deps
      say({ type: 'hello', protocol: AGENT_PROTOCOL, terminal, token, instance, version, system, sealed })
    })
    next.on('ping', heard)
    next.on('message', (data, binary) => {
      heard()
      if (binary) return lanes.hearBinary(bytesOf(data))
      const message = toAgent.safeParse(parse(String(data))).data
      switch (message?.type) {
        case undefined:
          return
        case 'welcome':
          tries = 0
          news = () => say({ type: 'changed' })
          return deps.onState({ name: 'lending', since: deps.now() })
        case 'refused':
          refused = true
          return deps.onState({ name: 'refused', message: message.message })
        case 'open':
          return void open(lanes, message, say)
        case 'list':
          return void deps.hid
            .list()
            .catch(() => [])
            .then((devices) => say({ type: 'listed', request: message.request, devices: devices.slice(0, 64) }))
        case 'took':
          return lanes.hearTook(message.channel, message.packets)
        case 'closed':
          return lanes.hearClosed(message.channel, message.reset ?? false)
      }
    })
    // 'close' follows and is enough.
    next.on('error', () => {})
    next.on('close', () => {
      notSilent()
      news = () => {}
      lanes.end()
      if (closed) return
      if (!refused) deps.onState({ name: 'away' })
      tries += 1
      turn += 1
      const pause = refused ? REFUSED_PAUSE_MS : Math.min(longestPauseMs, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 5))
      // Spread out: eight terminals must not knock in the same moment after a restart.
      callOff = after(pause * (0.7 + chance() * 0.6), knock)
    })
  }
  async function open(
    lanes: Multiplex,
    { channel, what }: Extract<ReturnType<typeof toAgent.parse>, { type: 'open' }>,
    say: (message: FromAgent) => void,
  ): Promise<void> {
    const lane = lanes.open(channel)
    const ok = lane !== null && (await openLent(what, lane, deps).catch(() => false))
    if (ok) lane.onClose(deps.lentList.lent(what))
    else deps.lentList.refused(what)
    if (!ok) lanes.hearClosed(channel, true)
    say({ type: 'opened', channel, ok })
  }
  knock()
  return {
    close() {
      closed = true
      callOff()
      socket?.close(1000)
    },
  }
}

function bytesOf(data: WebSocket.RawData): Uint8Array {
  return Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
