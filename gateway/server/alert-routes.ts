import { type Request, Router, text } from 'express'
import type { CapJob } from '../alerts/cap-worker.ts'
import type { TakenCap } from '../alerts/take-cap.ts'
import type { Office } from '../office/office.ts'
import { runApart } from '../work/run-apart.ts'
import { takeTurns } from '../work/take-turns.ts'
import { type Actor, thePublic } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { requireRight } from './require-right.ts'
import { refuse } from './refuse.ts'

const WORKER = new URL('../alerts/cap-worker.ts', import.meta.url)
/** A message of a few kB takes some hundredths of a second; one that takes longer is made for that. */
const LIMITS = { within: 5_000, memoryMb: 128 }
const MOST_WAITING = 8

/** `POST /api/v1/alerts`: a CAP 1.2 message from a warning centre, role `integration`. Answers `{effect}`. */
export function alertRoutes(
  office: Pick<Office, 'hallModel'>,
  giveOrder: GiveOrder,
  actorOf: (request: Request) => Actor | null,
): Router {
  const router = Router()
  const inTurn = takeTurns(MOST_WAITING)
  router.post(
    '/',
    requireRight(actorOf, 'send-alerts'),
    text({ limit: '256kb', type: () => true }),
    async (request, response) => {
      if (typeof request.body !== 'string') return refuse(response, 'not-an-alert')
      const job: CapJob = { xml: request.body, sources: office.hallModel.hall.alertSources }
      const reading = inTurn(() => runApart<TakenCap>(WORKER, job, LIMITS))
      if (reading === null) return refuse(response, 'too-many')
      const taken = (await reading) ?? { ok: false, code: 'not-an-alert' }
      if (!taken.ok) return refuse(response, taken.code)
      const answer = await giveOrder(actorOf(request) ?? thePublic, taken.alert, null)
      if (answer.ok) response.status(202).json(answer.body)
      else refuse(response, answer.code, answer.details)
    },
  )
  return router
}
