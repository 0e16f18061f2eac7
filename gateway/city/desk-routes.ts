import { Router, json } from 'express'
import { cityPushBody } from '../contract/city-push.ts'
import { faultsOf } from '../server/error-body.ts'
import { refuse } from '../server/refuse.ts'
import { type CityRoutesDeps, letIn } from './city-routes.ts'
import type { Desk } from './desk.ts'

export interface DeskRoutesDeps extends Pick<CityRoutesDeps, 'isLetIn' | 'actorOf'> {
  desk: Desk
  halls(): string[]
}

/** `taken`: somebody else sent in the same moment. */
const refusalOf = { 'unknown-push': 'not-found', 'too-large': 'too-large', taken: 'too-many' } as const

/** `/api/v1/city/desk`: what was sent to the halls and what they made of it; a supervisor of the city sends. */
export function deskRoutes(deps: DeskRoutesDeps): Router {
  const { desk, halls, actorOf } = deps
  const router = Router()
  router.get('/', letIn(deps, 'see-city'), (_, response) => {
    const items = desk.views(halls())
    response.json({ items, total: items.length })
  })
  router.post(
    '/',
    letIn(deps, 'send-to-halls'),
    json({ limit: '2mb', type: () => true }),
    async (request, response) => {
      const asked = cityPushBody.safeParse(request.body)
      if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
      const stranger = asked.data.halls?.find((id) => !halls().includes(id))
      if (stranger !== undefined) return refuse(response, 'not-found', { hall: stranger })
      const sent = await desk.send(asked.data, actorOf(request)?.name ?? '').catch(() => null)
      if (sent === null) return refuse(response, 'not-answered')
      if (!sent.ok) return refuse(response, refusalOf[sent.code])
      response.status(201).json(desk.views(halls()).find(({ version }) => version === sent.version))
    },
  )
  return router
}
