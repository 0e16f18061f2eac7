import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Request, Router, json } from 'express'
import { logLines, spanOfDays } from '../audit/export-log.ts'
import { namesIn } from '../audit/names.ts'
import { logExportBody } from '../contract/audit.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import type { EventLog } from '../store/event-log.ts'
import { faultsOf } from './error-body.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

export interface LogExportDeps {
  office: Office
  log: EventLog
  giveOrder: GiveOrder
  actorOf: (request: Request) => Actor | null
  /** Masked, by work number. */
  staffNames(): ReadonlyMap<string, string>
}

/** The log of some days as one packed file, row by row with its hashes; that it was taken away is a record before the first byte leaves. */
export function logExportRoutes({ office, log, giveOrder, actorOf, staffNames }: LogExportDeps): Router {
  const router = Router()
  const mayTake = requireRight(actorOf, 'keep-backups')
  router.post('/v1/log-export', mayTake, json({ limit: '8kb', type: () => true }), async (request, response) => {
    const body = logExportBody.safeParse(request.body)
    const actor = actorOf(request)
    if (!body.success || !actor) return refuse(response, 'not-understood', faultsOf(body.error?.issues ?? []))
    const { hall } = office.hallModel
    const days = body.data
    const span = await spanOfDays(log, days.from, days.to, hall.timeZone)
    const rows = Math.max(0, span.after - span.first)
    const order = { type: 'export-records', ...days, topic: null, number: null, counterId: null, rows } as const
    const key = request.get('idempotency-key')?.slice(0, 128) ?? null
    const answer = await giveOrder(actor, order, key, isLate(request))
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    response.attachment(`log-${days.from}-${days.to}.jsonl.gz`).type('application/gzip')
    const names = (ticketAt: Parameters<typeof namesIn>[1]) => namesIn(office.hallModel, ticketAt, staffNames())
    // Whoever goes away in the middle ends it; that is no fault of ours.
    await pipeline(Readable.from(logLines(log, hall, names, span, days)), createGzip(), response).catch(() => undefined)
  })
  return router
}
