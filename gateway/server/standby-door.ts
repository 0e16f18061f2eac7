import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import express, { type Express, type Router } from 'express'
import { type RawData, WebSocketServer } from 'ws'
import { clientMessage, type ServerMessage } from '../contract/messages.ts'
import { COMES_FORWARD, STANDS_BEHIND } from '../contract/gateways.ts'
import { PROTOCOL } from '../contract/protocol.ts'
import type { Show } from '../show/show.ts'
import { after } from '../time.ts'
import { guarded } from './guarded.ts'
import { refuse } from './refuse.ts'

export interface StandbyDeps {
  show: Pick<Show, 'listen' | 'leave'>
  version: string
  /** The addresses of all gateways of this hall. */
  gateways: readonly string[]
  /** Whoever leads was not heard when he was asked last: this gateway may soon do so itself. */
  isAlone(): boolean
  now(): number
  ticks(): number
  onBroken(error: unknown): void
}

const LARGEST_MESSAGE = 64 * 1024
const GOODBYE_WITHIN_MS = 2_000
/** What hangs in the lobby; it gives no orders. */
const display = /^(screen|strip|panel):/

/** While another gateway leads: pages that only look are shown the hall, everybody else is sent on. */
export function standbySockets(deps: StandbyDeps): {
  enter(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
} {
  const { show, version, gateways, isAlone, now, ticks, onBroken } = deps
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, allowSynchronousEvents: false })
  sockets.on('connection', (socket) => {
    const listener = { send: (text: string) => void (socket.readyState === socket.OPEN && socket.send(text)) }
    const tell = (message: ServerMessage): void => listener.send(JSON.stringify(message))
    const mayLook = (topics: readonly string[]): boolean =>
      topics.length > 0 && topics.every((topic) => display.test(topic))
    const look = (topics: readonly string[]): void => {
      if (mayLook(topics)) show.listen(listener, topics)
      else sendOn()
    }
    const sendOn = (): void =>
      isAlone() ? socket.close(COMES_FORWARD, 'soon') : socket.close(STANDS_BEHIND, 'standby')
    socket.on('error', () => socket.terminate())
    socket.on('close', () => show.leave(listener))
    socket.on(
      'message',
      guarded(socket, onBroken, (data: RawData) => {
        const message = clientMessage.safeParse(parse(String(data))).data
        switch (message?.type) {
          case 'hello':
            if (mayLook(message.topics))
              tell({
                type: 'welcome',
                protocol: PROTOCOL,
                version,
                now: now(),
                ticks: ticks(),
                gateways: [...gateways],
              })
            return look(message.topics)
          case 'topics':
            return look(message.topics)
          case 'ping': {
            const { askedAt } = message
            return tell(
              askedAt === undefined
                ? { type: 'pong' }
                : { type: 'pong', time: { askedAt, now: now(), ticks: ticks() } },
            )
          }
          case 'pulse':
            return
          case 'command':
          case undefined:
            return sendOn()
        }
      }),
    )
  })
  return {
    enter: (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (one) => sockets.emit('connection', one, request)),
    close() {
      for (const socket of sockets.clients) {
        socket.close(COMES_FORWARD, 'leads')
        after(GOODBYE_WITHIN_MS, () => socket.terminate())
      }
      sockets.close()
    },
  }
}

/** Pages, sounds and pictures as ever; whatever else is asked is told that another gateway is at work. */
export function standbyApp(doors: readonly { path: string; router: Router }[]): Express {
  const site = express()
  site.disable('x-powered-by')
  site.get('/api/v1/health', (_, response) => void response.status(503).json({ status: 'standby' }))
  for (const { path, router } of doors) site.use(path, router)
  site.use((_, response) => refuse(response, 'standby'))
  return site
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
