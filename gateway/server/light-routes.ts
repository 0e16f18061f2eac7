import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { caseClocks } from '../cases/case-clocks.ts'
import type { CaseStore } from '../cases/case-store.ts'
import type { KeepLights } from '../cases/keep-lights.ts'
import { JOINT, legCaseId } from '../cases/recount-lights.ts'
import { type OnDay, clockDays, watchedView } from '../cases/watched-view.ts'
import type { LightRow } from '../contract/lights.ts'
import type { WatchedCaseView, WatchedDetail } from '../contract/watched-cases.ts'
import { jointClock, legClock } from '../domain/approvals/leg-clock.ts'
import type { Approval } from '../domain/approvals/state.ts'
import type { LimitClock } from '../domain/lights/clock-face.ts'
import type { Office } from '../office/office.ts'
import { lightRow, lightsView } from '../views/lights-view.ts'
import { nothingLive, plainReading } from '../views/plain-reading.ts'
import type { Reading } from '../views/reading.ts'
import type { Actor } from '../rights/actor.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

interface LightDeps {
  office: Office
  cases: CaseStore
  lights: Pick<KeepLights, 'recount'>
  onDay(): OnDay & { now: number }
  actorOf: (request: Request) => Actor | null
}
/** Green ones are many: so many are shown, those due soonest first. */
const MOST_GREEN = 300
const asked = z.object({ green: z.enum(['0', '1']).default('0') })

/** `GET /v1/lights`, `GET /v1/lights/:caseId` for who looks after the limits; `POST /v1/lights/recount`. */
export function lightRoutes({ office, cases, lights, onDay, actorOf }: LightDeps): Router {
  const router = Router()
  const staff = requireRight(actorOf, 'see-lights')
  const reading = (): Reading =>
    plainReading({ hallModel: office.hallModel, state: office.state, now: onDay().now, live: nothingLive })

  router.get('/v1/lights', staff, (request: Request, response: Response) => {
    const query = asked.safeParse(request.query)
    if (!query.success) return refuse(response, 'not-understood')
    const day = onDay()
    const view = lightsView(reading())
    const all = new Map(cases.all().map(({ caseId, report }) => [caseId, report]))
    const { approvals, lights: known } = office.state
    const rows = view.rows.flatMap((row) => {
      const report = all.get(row.caseId)
      if (report) return watchedView(row.caseId, report, row, day)
      return ofApproval(approvals.byReceipt, row) ?? []
    })
    const greens = [...all]
      .filter(([caseId, report]) => {
        const light = known.watched.get(caseId)?.light ?? 'green'
        return light === 'green' && report.finishedAt === null && !approvals.byReceipt.has(report.receipt)
      })
      .map(([caseId, report]) => watchedView(caseId, report, null, day))
      .filter(({ status }) => status === 'accepted' || status === 'under-review' || status === 'needs-correction')
    const shown =
      query.data.green === '1' ? greens.toSorted((one, other) => one.left - other.left).slice(0, MOST_GREEN) : []
    const { red, yellow, paused } = view
    const items = [...rows, ...shown]
    response.json({ items, total: items.length, counts: { red, yellow, paused, green: greens.length } })
  })
  router.get('/v1/lights/:caseId', staff, (request: Request, response: Response) => {
    const caseId = String(request.params.caseId)
    const day = onDay()
    const known = office.state.lights.watched.get(caseId) ?? null
    const row = known && lightRow(reading(), known)
    const report = cases.byId(caseId)
    const history = known?.history ?? []
    if (report) {
      const { whole } = caseClocks(report, day.dayOf)
      const body: WatchedDetail = {
        case: watchedView(caseId, report, row, day),
        days: whole ? clockDays(whole, day) : [],
        history,
      }
      return void response.json(body)
    }
    const view = row && ofApproval(office.state.approvals.byReceipt, row)
    if (!row || !view) return refuse(response, 'unknown-case')
    const clock = clockOf(office.state.approvals.byReceipt, caseId, day)
    const body: WatchedDetail = { case: view, days: clock ? clockDays(clock, day) : [], history }
    response.json(body)
  })
  router.post('/v1/lights/recount', requireRight(actorOf, 'count-lights'), async (_, response: Response) => {
    response.json({ changed: await lights.recount() })
  })
  return router
}

function ofApproval(approvals: ReadonlyMap<string, Approval>, row: LightRow): WatchedCaseView | null {
  const [receipt = '', legId = null] = row.caseId.split('.')
  const approval = approvals.get(receipt)
  if (!approval) return null
  const legs = approval.legs.filter((leg) => legId === null || legCaseId(receipt, leg.legId) === row.caseId)
  return {
    ...row,
    departmentName: legId === null ? JOINT : row.departmentName,
    receipt,
    applicant: null,
    status: 'under-review',
    acceptedOn: approval.acceptedOn,
    promisedDays: legId === null ? approval.promisedDays : row.limitDays,
    steps: legs.map((leg) => ({
      name: leg.matterName,
      state: leg.finishedOn === null ? 'current' : 'done',
      startedAt: approval.acceptedAt,
      endedAt: null,
      used: row.used,
      limitDays: leg.limitDays,
      pausedDays: row.pausedDays,
      light: row.light,
      by: leg.departmentName,
      note: leg.note,
    })),
    approval: receipt,
  }
}

function clockOf(approvals: ReadonlyMap<string, Approval>, caseId: string, day: OnDay): LimitClock | null {
  const [receipt = '', legId = null] = caseId.split('.')
  const approval = approvals.get(receipt)
  if (!approval) return null
  if (legId === null) return jointClock(approval, day.today, day.calendar)
  const leg = approval.legs.find((one) => one.legId === legId)
  return leg ? legClock(approval, leg) : null
}
