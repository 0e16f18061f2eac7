import { type Request, Router, raw } from 'express'
import type { StaffImportDone, StaffImportPlan } from '../contract/staff-import.ts'
import { type StaffImport, planStaffImport } from '../people/plan-staff-import.ts'
import type { StaffSheet } from '../people/read-staff-sheet.ts'
import type { Keeper } from '../people/keeper.ts'
import { thePublic } from '../rights/actor.ts'
import { runApart } from '../work/run-apart.ts'
import { newId } from '../time.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'
import type { StaffDoor } from './staff-routes.ts'

const KEPT_MS = 30 * 60_000
const KEPT = 3
const LIMITS = { within: 30_000, memoryMb: 256 }
const WORKER = new URL('../people/staff-sheet-worker.ts', import.meta.url)
const tooMuch = '文件太大或太复杂，读不下来。人员表只要一张表，五列：工号、姓名、部门、岗位、窗口。'

type ReadSheet = Extract<StaffSheet, { ok: true }>
interface KeptSheet {
  planId: string
  by: string
  sheet: ReadSheet
  at: number
  /** What was shown: only this is carried out. */
  shown: StaffImport
  /** Carried out already, or being so: a second press is told the same codes. */
  done: Promise<StaffImportDone | 'too-many' | null> | null
}

/** `/api/v1/staff-imports`: a file of people is looked at, then agreed to. The file and the codes lie in memory only, for half an hour. */
export function staffImportRoutes(door: StaffDoor): Router {
  const { register, actorOf, isCounter, now, onChange, recorded } = door
  const router = Router()
  let kept: KeptSheet[] = []
  router.use(requireRight(actorOf, 'keep-people'))
  const keeper = (request: Request): Keeper => actorOf(request) ?? thePublic
  const planOf = (sheet: ReadSheet, by: Keeper): StaffImport =>
    planStaffImport(sheet.rows, register.list(), by, isCounter)
  const view = ({ planId, sheet, shown }: KeptSheet): StaffImportPlan => ({
    ...shown,
    planId,
    refused: [...sheet.refused, ...shown.refused].toSorted((one, other) => one.row - other.row),
    unknownHeadings: sheet.unknownHeadings,
    notes: [...sheet.notes, ...shown.notes],
  })

  router.post('/', raw({ limit: '4mb', type: () => true, inflate: false }), async (request, response) => {
    const bytes = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : new Uint8Array()
    const sheet = await runApart<StaffSheet>(WORKER, { bytes }, LIMITS)
    if (sheet === null) return refuse(response, 'file-not-read', { reason: tooMuch })
    if (!sheet.ok) return refuse(response, 'file-not-read', { reason: sheet.message })
    const by = keeper(request)
    const shown = planOf(sheet, by)
    const one: KeptSheet = { planId: newId(), by: by.name, sheet, at: now(), shown, done: null }
    kept = [...kept.filter(({ at }) => now() - at < KEPT_MS), one].slice(-KEPT)
    response.status(201).json(view(one))
  })
  router.post('/:planId/carry-out', async (request: Request<{ planId: string }>, response) => {
    if (isLate(request)()) return refuse(response, 'not-sent')
    const by = keeper(request)
    const one = kept.find(
      ({ planId, at, by: whose }) => planId === request.params.planId && whose === by.name && now() - at < KEPT_MS,
    )
    if (!one) return refuse(response, 'unknown-plan')
    if (one.done === null && JSON.stringify(planOf(one.sheet, by)) !== JSON.stringify(one.shown))
      return refuse(response, 'plan-outdated')
    one.done ??= register.takeIn(by, () => planOf(one.sheet, by))
    const done = await one.done
    if (done === null || done === 'too-many') {
      one.done = null
      return refuse(response, done ?? 'plan-outdated')
    }
    onChange()
    await recorded()
    response.status(201).json(done)
  })
  return router
}
