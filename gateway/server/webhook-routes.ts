import { type Request, Router } from 'express'
import type { WebhookList } from '../contract/webhooks.ts'
import type { Hooks } from '../outputs/open-hooks.ts'
import type { Mails } from '../outputs/send-mails.ts'
import type { Actor } from '../rights/actor.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

interface WebhookRoutesDeps {
  webhooks: Hooks
  mails: Mails
  actorOf: (request: Request) => Actor | null
}

/** What other systems and mailboxes were told, and one message once more. */
export function webhookRoutes({ webhooks, mails, actorOf }: WebhookRoutesDeps): Router {
  const router = Router()
  const mayKeep = requireRight(actorOf, 'keep-webhooks')
  const list = (): WebhookList => ({ ...webhooks.list(), mails: mails.addresses() })
  router.get('/v1/webhooks', mayKeep, (_, response) => void response.json(list()))
  router.post('/v1/webhooks/deliveries/:deliveryId/resend', mayKeep, (request, response) => {
    const id = String(request.params.deliveryId)
    if (webhooks.resend(id) || mails.resend(id)) response.json(list())
    else refuse(response, 'not-resent')
  })
  return router
}
