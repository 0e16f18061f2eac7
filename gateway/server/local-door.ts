import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { leaveNote, removeNote } from '../store/gateway-note.ts'
import { type Actor, bearer } from '../rights/actor.ts'

/**
 * How the command line on the same computer speaks to a running gateway: address and a key of this start, readable by the gateway's own
 * user only, and good from this computer only.
 */
export function openLocalDoor(dataDir: string): {
  open(port: number, host: string): void
  close(): void
  actorOf(request: IncomingMessage): Actor | null
} {
  const key = randomBytes(24).toString('base64url')
  const expected = Buffer.from(`Bearer ${key}`)
  return {
    open(port, host) {
      const reached =
        host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host
      leaveNote(dataDir, { url: `http://${reached}:${port}`, key })
    },
    close: () => removeNote(dataDir),
    actorOf({ headers, socket }) {
      const given = Buffer.from(headers.authorization ?? '')
      const isHere =
        /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') || socket.remoteAddress === socket.localAddress
      return isHere && given.length === expected.length && timingSafeEqual(given, expected)
        ? bearer('本机命令行', ['supervisor'])
        : null
    },
  }
}
