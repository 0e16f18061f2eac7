import type { Server } from 'node:http'
import { WebSocketServer } from 'ws'
import { AGENT_PATH } from '../contract/agent-messages.ts'
import { type SessionDeps, openSession } from './session.ts'
import { isOwnHost, isSameOrigin } from './same-origin.ts'

const HEARTBEAT_MS = 10_000
const LARGEST_MESSAGE = 64 * 1024
/** A listener that does not read must not fill the memory; it reconnects and gets the current view. */
const LARGEST_BACKLOG = 4 * 1024 * 1024

/** WebSockets at /ws: Origin and Host checked before anything is said, sizes bounded, heartbeat both ways. */
export function openSockets(
  server: Server,
  deps: Omit<SessionDeps, 'send' | 'close'>,
  publicUrl: string | null,
): { close(): void; count(): number } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE })
  const alive = new WeakSet()
  server.on('upgrade', (request, socket, head) => {
    const pathname = (request.url ?? '').split('?')[0]
    // Agents have a door of their own.
    if (pathname === AGENT_PATH) return
    const fits = pathname === '/ws' && isOwnHost(request.headers.host, publicUrl) && isSameOrigin(request.headers)
    if (!fits) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (one) => sockets.emit('connection', one, request))
  })
  sockets.on('connection', (socket) => {
    alive.add(socket)
    const session = openSession({
      ...deps,
      send: (text) => {
        if (socket.bufferedAmount > LARGEST_BACKLOG) socket.terminate()
        else if (socket.readyState === socket.OPEN) socket.send(text)
      },
      close: (code, reason) => socket.close(code, reason),
    })
    socket.on('message', (data, binary) => {
      alive.add(socket)
      session.hear(binary ? '' : String(data))
    })
    socket.on('pong', () => alive.add(socket))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => session.end())
  })
  const heart = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, HEARTBEAT_MS)
  return {
    count: () => sockets.clients.size,
    close() {
      clearInterval(heart)
      for (const socket of sockets.clients) socket.close(1012, 'restart')
      sockets.close()
    },
  }
}
