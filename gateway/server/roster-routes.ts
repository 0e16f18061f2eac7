import { type Request, Router, raw } from 'express'
import { addDays } from '../contract/hall-time.ts'
import { type RosterRead, type RosterView, rosterQuestion } from '../contract/roster.ts'
import { isOpenOn } from '../domain/line/open-hours.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../rights/actor.ts'
import type { RosterDone, RosterJob } from '../roster/read-roster-worker.ts'
import { runApart } from '../work/run-apart.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

export interface RosterDeps {
  office: Pick<Office, 'hallModel' | 'state'>
  /** 2026-03-18, in the hall. */
  today(): string
  actorOf: (request: Request) => Actor | null
}
const LIMITS = { within: 30_000, memoryMb: 512 }
const tooMuch = '文件太大或太复杂，读不下来。请只留下值班的几列，再导入。'

/** `GET /v1/roster` for some days, `POST /v1/roster/look` for what a sheet says; neither changes anything, `POST /v1/roster` does. */
export function rosterRoutes({ office, today, actorOf }: RosterDeps): Router {
  const router = Router()
  const mayKeep = requireRight(actorOf, 'keep-roster')
  let isReading = false
  router.get('/v1/roster', mayKeep, (request, response) => {
    const asked = rosterQuestion.safeParse(request.query)
    if (!asked.success) return refuse(response, 'not-understood')
    const { from, until } = asked.data
    const { hall } = office.hallModel
    // A demo hall never closes; its roster shows the days of the calendar all the same.
    const byCalendar = { ...office.hallModel, alwaysOpen: false }
    const days: RosterView['days'] = []
    for (let day = from; day <= until; day = addDays(day, 1)) days.push({ day, isOpen: isOpenOn(byCalendar, day) })
    const view: RosterView = {
      duties: days.flatMap(({ day }) => office.state.roster.byDay.get(day) ?? []),
      departments: hall.departments.map(({ name }) => name),
      days,
    }
    response.json(view)
  })
  router.post(
    '/v1/roster/look',
    mayKeep,
    raw({ limit: '5mb', type: () => true, inflate: false }),
    async (request, response) => {
      if (isReading) return refuse(response, 'too-many')
      isReading = true
      try {
        const job: RosterJob = {
          bytes: Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : new Uint8Array(),
          departments: office.hallModel.hall.departments,
          today: today(),
        }
        const done = await runApart<RosterDone>(
          new URL('../roster/read-roster-worker.ts', import.meta.url),
          job,
          LIMITS,
        )
        if (!done?.ok) return refuse(response, 'file-not-read', { reason: done?.message ?? tooMuch })
        const { ok: _, ...read } = done
        response.json(read satisfies RosterRead)
      } finally {
        isReading = false
      }
    },
  )
  return router
}
