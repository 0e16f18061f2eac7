import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type ReportKind, reportKinds, reportSpans } from '../contract/reports.ts'
import { type Span, spanAt } from '../domain/reports/span.ts'
import type { ReportQuestion } from '../reports/build-report.ts'
import { reportBook } from '../reports/report-book.ts'
import { reportCsv } from '../reports/report-csv.ts'
import type { Reports } from '../reports/open-reports.ts'
import type { Actor } from '../rights/actor.ts'
import { mayAsk } from '../rights/calls.ts'
import { faultsOf } from './error-body.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

export interface ReportDeps {
  reports: Reports
  actorOf(request: Request): Actor | null
  /** The hall's day, 2026-03-18. */
  today(): string
  hallName(): string
}
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const kind = z.enum(reportKinds)
/** `by`: parts of the hall to be listed, with commas between them. `part`: queue:B instead of the whole hall. */
const asked = z.object({
  by: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(kind).max(reportKinds.length))
    .default(['floor', 'department', 'queue', 'counter', 'terminal']),
  part: z
    .string()
    .regex(/^[a-z]+:.{1,200}$/)
    .transform((text) => ({ kind: text.slice(0, text.indexOf(':')), key: text.slice(text.indexOf(':') + 1) }))
    .pipe(z.object({ kind, key: z.string() }))
    .nullable()
    .default(null),
})

/** `GET /v1/reports/…` for supervisors. Figures of persons are for who may read those. */
export function reportRoutes({ reports, actorOf, today, hallName }: ReportDeps): Router {
  const router = Router()
  router.get('/v1/reports/usual', requireRight(actorOf, 'see-usual-day'), async (_, response) => {
    response.json(await reports.usual(today()))
  })
  router.use('/v1/reports', requireRight(actorOf, 'see-reports'))
  router.get('/v1/reports', async (_, response) => {
    const items = await reports.days()
    response.json({ items, total: items.length })
  })
  router.get('/v1/reports/:span/:at', async (request, response) => {
    const question = questionOf(request, response)
    if (question !== null) response.json(await reports.report(question))
  })
  router.get('/v1/reports/:span/:at/:format', async (request, response) => {
    const { format } = request.params
    if (format !== 'xlsx' && format !== 'csv') return refuse(response, 'not-found')
    const question = questionOf(request, response)
    if (question === null) return
    const report = await reports.report(question)
    response.attachment(`${report.at}.${format}`)
    if (format === 'csv') response.type('text/csv; charset=utf-8').send(reportCsv(report, hallName()))
    else response.type(XLSX).send(await reportBook(report, hallName(), today()))
  })
  return router

  function questionOf(request: Request<{ span: string; at: string }>, response: Response): ReportQuestion | null {
    const span = stretchOf(request.params)
    const wish = asked.safeParse(request.query)
    if (span === null || !wish.success) {
      refuse(response, 'not-understood', wish.success ? {} : faultsOf(wish.error.issues))
      return null
    }
    const { by, part } = wish.data
    const wantsPersons = [...by, part?.kind].includes('person')
    if (wantsPersons && !mayAsk(actorOf(request), 'see-reports-of-persons')) {
      refuse(response, 'not-allowed')
      return null
    }
    return { span, kinds: by as ReportKind[], part }
  }
}

function stretchOf({ span, at }: { span: string; at: string }): Span | null {
  const known = reportSpans.find((one) => one === span)
  return known ? spanAt(known, at) : null
}
