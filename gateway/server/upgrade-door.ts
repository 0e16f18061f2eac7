import { type IncomingMessage, STATUS_CODES, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RefusalCode } from '../contract/refusals.ts'
import { statusOf } from '../contract/refusals.ts'
import { errorBody } from './error-body.ts'

export type Enter = (request: IncomingMessage, socket: Duplex, head: Buffer) => void
export interface UpgradeDeps {
  /** Why nobody may come in this way, whatever the path; null = welcome. */
  refusalOf(request: IncomingMessage): { code: RefusalCode; details: unknown } | null
  onBroken(error: unknown): void
}
export interface UpgradeDoor {
  /** Whoever asks for this path is let in there. */
  at(path: string, enter: Enter): void
}

/** The one place where raw sockets leave HTTP. From here on each has somebody who hears its errors, whether it is let in or not. */
export function openUpgradeDoor(server: Server, { refusalOf, onBroken }: UpgradeDeps): UpgradeDoor {
  const doors = new Map<string, Enter>()
  server.on('upgrade', (request, socket, head) => {
    // HTTP has let go of it: without a listener a reset would end the process.
    socket.on('error', () => socket.destroy())
    try {
      const enter = doors.get((request.url ?? '').split('?')[0] ?? '')
      const refusal = refusalOf(request) ?? (enter ? null : { code: 'not-found' as const, details: {} })
      if (refusal) refuseUpgrade(socket, refusal.code, refusal.details)
      else enter?.(request, socket, head)
    } catch (broken) {
      socket.destroy()
      onBroken(broken)
    }
  })
  return { at: (path, enter) => void doors.set(path, enter) }
}

/** Says why in the words of the API, then hangs up; who does not listen is not waited for. */
export function refuseUpgrade(socket: Duplex, code: RefusalCode, details: unknown = {}): void {
  const status = statusOf(code)
  const body = JSON.stringify({ error: errorBody(code, details) })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
