import { type Request, Router, text } from 'express'
import { hasDoctype, readCap } from '../alerts/read-cap.ts'
import { signedPart } from '../alerts/signed-part.ts'
import type { Office } from '../office.ts'
import type { Actor } from './actor.ts'
import { refuse } from './refuse.ts'

/** `POST /api/v1/alerts`: a CAP 1.2 message from a warning centre, role `integration`. Answers `{effect}`. */
export function alertRoutes(office: Office, actorOf: (request: Request) => Actor | null): Router {
  const router = Router()
  router.post('/', (request, response, next) => {
    const actor = actorOf(request)
    if (!actor) refuse(response, 'not-signed-in')
    else if (!actor.roles.includes('integration')) refuse(response, 'not-allowed')
    else next()
  })
  router.post('/', text({ limit: '256kb', type: () => true }), async (request, response) => {
    const xml: unknown = request.body
    if (typeof xml !== 'string' || hasDoctype(xml)) return refuse(response, 'not-an-alert')
    const certificates = office.hallModel.hall.alertSources.map(({ certificate }) => certificate)
    const told = certificates.length === 0 ? xml : signedPart(xml, certificates)
    if (told === null) return refuse(response, 'alert-not-signed')
    const alert = readCap(told)
    if (!alert) return refuse(response, 'not-an-alert')
    const answer = await office.handle(alert, actorOf(request)?.name ?? '', null)
    if (answer.ok) response.status(202).json(answer.body)
    else refuse(response, answer.code, answer.details)
  })
  return router
}
