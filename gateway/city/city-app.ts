import { createHash, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import express, { type Express, type Request } from 'express'
import helmet from 'helmet'
import { z } from 'zod'
import type { CityBoard, Quickest } from '../contract/city.ts'
import { packedFiles, sendPage } from '../server/packed-files.ts'
import { refuse } from '../server/refuse.ts'

export interface CityAppDeps {
  board(): CityBoard
  quickest(query: string, from: string | null): Quickest
  /** Asks a hall, which decides; null = nobody there answers. */
  order(
    hallId: string,
    body: { commandId: string; command: object },
  ): Promise<{ ok: boolean; code?: string; body?: unknown } | null>
  isHall(hallId: string): boolean
  /** Whoever has it sees the board and may ask halls for numbers; null = everybody who reaches this address, which is this computer alone. */
  token: string | null
  newId(): string
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
const asked = z.object({ queueId: z.string().optional(), matterId: z.string().optional() })
const DIST = join(import.meta.dirname, '../../dist')

/** The city's addresses: its board, which hall is quickest, and a number at another hall. */
export function cityApp({ board, quickest, order, isHall, token, newId }: CityAppDeps): Express {
  const site = express()
  site.disable('x-powered-by')
  site.use(helmet({ strictTransportSecurity: false }))
  const isLetIn = ({ headers }: Request): boolean => {
    const shown = headers.authorization?.replace(/^Bearer /, '') ?? ''
    return token === null || timingSafeEqual(hashOf(shown), hashOf(token))
  }
  site.get('/api/v1/city/board', (request, response) => {
    if (!isLetIn(request)) return refuse(response, 'not-signed-in')
    response.set('cache-control', 'no-store').json(board())
  })
  site.get('/api/v1/city/quickest', (request, response) => {
    const { matter, from } = request.query
    const text = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 100) : null)
    response.set('cache-control', 'no-store').json(quickest(text(matter) ?? '', text(from)))
  })
  site.post('/api/v1/city/halls/:hallId/tickets', express.json({ limit: '4kb' }), async (request, response) => {
    if (!isLetIn(request)) return refuse(response, 'not-signed-in')
    const { hallId } = request.params
    const read = asked.safeParse(request.body)
    if (!isHall(hallId)) return refuse(response, 'not-found')
    if (!read.success) return refuse(response, 'not-understood')
    const commandId = request.get('idempotency-key') ?? newId()
    const { queueId = null, matterId = null } = read.data
    const command = { type: 'take-ticket', ...(matterId !== null ? { matterId } : { queueId }) }
    const answer = await order(hallId, { commandId, command })
    if (answer === null) return refuse(response, 'not-answered')
    response.status(answer.ok ? 201 : 409).json(answer.ok ? answer.body : { error: answer })
  })
  site.use('/assets', packedFiles(join(DIST, 'assets')), express.static(join(DIST, 'assets'), { index: false }))
  site.get('/favicon.ico', (_, response) => void response.status(204).end())
  site.get('/', (request, response) => sendPage(request, response, DIST, 'kiosk/city/city.html'))
  site.use((_, response) => refuse(response, 'not-found'))
  return site
}
