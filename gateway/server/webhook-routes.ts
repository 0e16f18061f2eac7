import { type Request, Router } from 'express'
import type { Hooks } from '../outputs/open-hooks.ts'
import type { Actor } from '../rights/actor.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

/** What other systems were told, and one message once more. */
export function webhookRoutes(deps: { webhooks: Hooks; actorOf: (request: Request) => Actor | null }): Router {
  const router = Router()
  const mayKeep = requireRight(deps.actorOf, 'keep-webhooks')
  router.get('/v1/webhooks', mayKeep, (_, response) => void response.json(deps.webhooks.list()))
  router.post('/v1/webhooks/deliveries/:deliveryId/resend', mayKeep, (request, response) => {
    if (deps.webhooks.resend(String(request.params.deliveryId))) response.json(deps.webhooks.list())
    else refuse(response, 'not-resent')
  })
  return router
}
