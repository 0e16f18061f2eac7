import { type Request, Router } from 'express'
import type { KeepBackups } from '../backups/keep-backups.ts'
import type { Actor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

export interface BackupRoutesDeps {
  backups: KeepBackups
  giveOrder: GiveOrder
  actorOf: (request: Request) => Actor | null
}

/** Copies of the hall's data: which there are, and one more by a button. They are made in their own time; the list says when one is done. */
export function backupRoutes({ backups, giveOrder, actorOf }: BackupRoutesDeps): Router {
  const router = Router()
  const mayKeep = requireRight(actorOf, 'keep-backups')
  router.get('/v1/backups', mayKeep, (_, response) => void response.json(backups.list()))
  router.post('/v1/backups', mayKeep, (request, response) => {
    const actor = actorOf(request)
    if (!actor) return refuse(response, 'not-signed-in')
    if (isLate(request)()) return refuse(response, 'not-sent')
    void backups.take((report) => giveOrder(actor, report, null))
    response.status(202).json({ isRunning: true })
  })
  return router
}
