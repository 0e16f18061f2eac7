import { type Request, Router } from 'express'
import type { DeviceBoard } from '../outputs/device-board.ts'
import type { Actor } from './actor.ts'
import { refuse } from './api.ts'

/** `GET /api/v1/devices`: the health board whole, for guides, supervisors and other systems. */
export function deviceRoutes(board: Pick<DeviceBoard, 'health'>, actorOf: (request: Request) => Actor | null): Router {
  const router = Router()
  router.get('/v1/devices', (request, response) => {
    const actor = actorOf(request)
    response.set('cache-control', 'no-store')
    if (!actor) return refuse(response, 'not-signed-in')
    if (!actor.roles.some((role) => role === 'guide' || role === 'supervisor' || role === 'integration')) return refuse(response, 'not-allowed')
    const items = board.health()
    response.json({ items, total: items.length })
  })
  return router
}
