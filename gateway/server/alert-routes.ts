import { type Request, Router, text } from 'express'
import type { CapJob } from '../alerts/cap-worker.ts'
import type { TakenCap } from '../alerts/take-cap.ts'
import type { Office } from '../office.ts'
import { runApart } from '../run-apart.ts'
import { takeTurns } from '../work/take-turns.ts'
import type { Actor } from './actor.ts'
import { refuse } from './refuse.ts'

const WORKER = new URL('../alerts/cap-worker.ts', import.meta.url)
/** A message of a few kB takes some hundredths of a second; one that takes longer is made for that. */
const LIMITS = { within: 5_000, memoryMb: 128 }
const MOST_WAITING = 8

/** `POST /api/v1/alerts`: a CAP 1.2 message from a warning centre, role `integration`. Answers `{effect}`. */
export function alertRoutes(office: Office, actorOf: (request: Request) => Actor | null): Router {
  const router = Router()
  const inTurn = takeTurns(MOST_WAITING)
  router.post('/', (request, response, next) => {
    const actor = actorOf(request)
    if (!actor) refuse(response, 'not-signed-in')
    else if (!actor.roles.includes('integration')) refuse(response, 'not-allowed')
    else next()
  })
  router.post('/', text({ limit: '256kb', type: () => true }), async (request, response) => {
    if (typeof request.body !== 'string') return refuse(response, 'not-an-alert')
    const job: CapJob = { xml: request.body, sources: office.hallModel.hall.alertSources }
    const reading = inTurn(() => runApart<TakenCap>(WORKER, job, LIMITS))
    if (reading === null) return refuse(response, 'too-many')
    const taken = (await reading) ?? { ok: false, code: 'not-an-alert' }
    if (!taken.ok) return refuse(response, taken.code)
    const answer = await office.handle(taken.alert, actorOf(request)?.name ?? '', null)
    if (answer.ok) response.status(202).json(answer.body)
    else refuse(response, answer.code, answer.details)
  })
  return router
}
