import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Actor } from '../server/actor.ts'

const FILE = 'gateway.json'
const note = z.object({ url: z.url(), key: z.string().min(20) })

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
  const path = join(dataDir, FILE)
  const expected = Buffer.from(`Bearer ${key}`)
  return {
    open(port, host) {
      const reached =
        host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host
      rmSync(path, { force: true })
      writeFileSync(path, JSON.stringify({ url: `http://${reached}:${port}`, key }), { mode: 0o600, flag: 'wx' })
    },
    close: () => rmSync(path, { force: true }),
    actorOf({ headers, socket }) {
      const given = Buffer.from(headers.authorization ?? '')
      const isHere =
        /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') || socket.remoteAddress === socket.localAddress
      return isHere && given.length === expected.length && timingSafeEqual(given, expected)
        ? { name: '本机命令行', roles: ['supervisor'] }
        : null
    },
  }
}

/** null = no gateway left a note here. */
export function findGateway(dataDir: string): z.infer<typeof note> | null {
  try {
    return note.parse(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')))
  } catch {
    return null
  }
}
