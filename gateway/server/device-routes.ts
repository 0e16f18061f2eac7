import { type Request, Router } from 'express'
import type { DeviceBoard } from '../board/device-board.ts'
import type { Actor } from '../rights/actor.ts'
import { requireRight } from './require-right.ts'

/** `GET /api/v1/devices`: the health board whole, for guides, supervisors and other systems. */
export function deviceRoutes(board: Pick<DeviceBoard, 'health'>, actorOf: (request: Request) => Actor | null): Router {
  const router = Router()
  router.get('/v1/devices', requireRight(actorOf, 'know-devices'), (_, response) => {
    const items = board.health()
    response.json({ items, total: items.length })
  })
  return router
}
