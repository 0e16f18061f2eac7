import { EventEmitter } from 'node:events'
import { type Line, type Pipe, openPipe } from '../pipe.ts'
import type { Process } from '../world.ts'
import { thisWorld } from './this-world.ts'

/** Where agents knock, as the network sees it. */
export interface AgentWay {
  /** The gateway's door for agents; null = nobody listens. */
  listening(): { process: Process; enter(request: unknown, socket: unknown, head: Buffer): void } | null
  /** Its computer runs. */
  isUp(): boolean
  lineOf(agent: string): Line
}
let way: AgentWay | null = null
export const putAgentWay = (next: AgentWay): void => void (way = next)

type Piece = { kind: 'text' | 'ping' | 'pong'; text: string } | { kind: 'bytes'; bytes: Buffer } | { kind: 'over' }
const HEAD_BYTES = 8

/** One end of an agent's line, with the words of `ws`: whole messages in order, pings, a `close` that comes late. */
class End extends EventEmitter {
  readonly OPEN = 1
  readyState = 0
  protected out: Pipe<Piece> | null = null

  get bufferedAmount(): number {
    return this.out?.bytes ?? 0
  }
  send(data: string | Uint8Array): void {
    if (this.readyState !== this.OPEN) return
    if (typeof data === 'string') this.out?.send({ kind: 'text', text: data }, data.length)
    else this.out?.send({ kind: 'bytes', bytes: Buffer.from(data) }, data.length)
  }
  ping(text = ''): void {
    this.out?.send({ kind: 'ping', text }, HEAD_BYTES)
  }
  close(): void {
    if (this.readyState > this.OPEN) return
    this.readyState = 2
    this.out?.send({ kind: 'over' }, 0)
    thisWorld().post(CLOSE_MS, () => this.over())
  }
  /** What is under way goes nowhere. */
  terminate(): void {
    if (this.readyState === 3) return
    this.out?.drop()
    this.out?.send({ kind: 'over' }, 0)
    thisWorld().post(0, () => this.over())
  }
  resetAndDestroy(): void {
    this.terminate()
  }
  speakInto(out: Pipe<Piece>): void {
    this.out = out
  }
  hear(piece: Piece): void {
    if (this.readyState === 3) return
    switch (piece.kind) {
      case 'text':
        return void this.emit('message', Buffer.from(piece.text), false)
      case 'bytes':
        return void this.emit('message', piece.bytes, true)
      case 'ping':
        this.out?.send({ kind: 'pong', text: piece.text }, HEAD_BYTES)
        return void this.emit('ping', Buffer.from(piece.text))
      case 'pong':
        return void this.emit('pong', Buffer.from(piece.text))
      case 'over':
        return this.over()
    }
  }
  over(): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.emit('close', 1006)
  }
}
const CLOSE_MS = 50

/** The newest line of each agent. */
const newest = new WeakMap<Process, WebSocket>()
/** The agent sees its line die, and the gateway hears nothing of it. */
export const cutLineOf = (agent: Process): void => newest.get(agent)?.cut()

/** Stands for the client of `ws` in gateway/agent/run-agent.ts. */
export class WebSocket extends End {
  constructor(_url: URL, { handshakeTimeout }: { handshakeTimeout: number }) {
    super()
    if (way === null) throw new Error('no way for agents')
    const [world, here, { listening, isUp, lineOf }] = [thisWorld(), thisWorld().current, way]
    newest.set(here, this)
    const line = lineOf(here.name)
    const network = world.begin(`network of ${here.name}`)
    let server: { process: Process; end: End } | null = null
    const down = openPipe<Piece>(
      world,
      line,
      () => here,
      (piece) => this.hear(piece),
    )
    const up = openPipe<Piece>(
      world,
      line,
      () => network,
      (piece) => {
        // The gateway of then may be gone; the one that runs now does not know this line.
        if (server?.process.isAlive) world.post(0, () => server?.end.hear(piece), server.process)
        else if (isUp()) down.send({ kind: 'over' }, 0)
      },
    )
    this.speakInto(up)
    const knock = (): void => {
      if (line.stalledUntil > world.now())
        return void world.post(line.stalledUntil - world.now() + line.delay(), knock, network)
      if (!here.isAlive) return
      const door = listening()
      if (door === null) {
        if (isUp()) world.post(line.delay(), () => this.over(), here)
        return
      }
      const end = new End()
      end.readyState = end.OPEN
      end.speakInto(down)
      server = { process: door.process, end }
      world.post(0, () => door.enter({ headers: {}, socket: end }, end, Buffer.alloc(0)), door.process)
      world.post(line.delay(), () => this.opened(), here)
    }
    world.post(line.delay(), knock, network)
    world.post(handshakeTimeout, () => this.readyState === 0 && this.over())
  }
  cut(): void {
    this.out?.drop()
    this.over()
  }
  private opened(): void {
    if (this.readyState !== 0) return
    this.readyState = this.OPEN
    this.emit('open')
  }
}

/** Stands for the server of `ws` in gateway/server/agent-door.ts. */
export class WebSocketServer extends EventEmitter {
  readonly clients = new Set<End>()
  handleUpgrade(_request: unknown, socket: End, _head: Buffer, done: (socket: End) => void): void {
    this.clients.add(socket)
    socket.on('close', () => this.clients.delete(socket))
    done(socket)
  }
  close(): void {}
}
