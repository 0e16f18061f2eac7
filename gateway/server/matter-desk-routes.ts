import { type Request, type Response, Router, json } from 'express'
import { mapBody, matterEditBody } from '../contract/matter-edits.ts'
import type { Matter } from '../contract/matter.ts'
import type { RefusalCode } from '../contract/refusals.ts'
import type { Actor } from '../rights/actor.ts'
import type { MatterDesk } from '../settings/matter-desk.ts'
import { faultsOf } from './error-body.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

type Said =
  | { ok: true; body: object }
  | { ok: false; code: RefusalCode; details: Record<string, string | number | null> }

/** One matter as the hall says it, departments without a queue, and the way back. */
export function matterDeskRoutes(
  desk: MatterDesk,
  listPicture: (matter: Matter) => Buffer,
  actorOf: (request: Request) => Actor | null,
): Router {
  const router = Router()
  const mayKeep = requireRight(actorOf, 'keep-catalogue')
  const body = json({ limit: '1mb', type: () => true })
  const give = (response: Response, status: number, said: Said): void => {
    if (said.ok) response.status(status).json(said.body)
    else refuse(response, said.code, said.details)
  }
  router.get('/v1/catalogue/matters/:id', mayKeep, (request, response) => {
    const read = desk.read(String(request.params.id))
    if (read) response.json(read)
    else refuse(response, 'unknown-matter', {}, 404)
  })
  router.post('/v1/catalogue/matters/:id/check', mayKeep, body, (request, response) => {
    const asked = matterEditBody.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const checked = desk.check(String(request.params.id), asked.data.edit)
    if (checked) response.json(checked)
    else refuse(response, 'unknown-matter', {}, 404)
  })
  router.post('/v1/catalogue/matters/:id/list', mayKeep, body, (request, response) => {
    const asked = matterEditBody.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const matter = desk.withEdit(String(request.params.id), asked.data.edit)
    if (matter) response.type('png').send(listPicture(matter))
    else refuse(response, 'unknown-matter', {}, 404)
  })
  router.post('/v1/catalogue/matters/:id', mayKeep, body, async (request, response) => {
    const asked = matterEditBody.safeParse(request.body)
    const actor = actorOf(request)
    if (!asked.success || !actor) return refuse(response, 'not-understood', faultsOf(asked.error?.issues ?? []))
    if (isLate(request)()) return refuse(response, 'not-sent')
    give(response, 201, await desk.save(String(request.params.id), asked.data.before, asked.data.edit, actor))
  })
  router.get('/v1/catalogue/departments', mayKeep, (_, response) => void response.json(desk.departments()))
  router.post('/v1/catalogue/departments', mayKeep, body, async (request, response) => {
    const asked = mapBody.safeParse(request.body)
    const actor = actorOf(request)
    if (!asked.success || !actor) return refuse(response, 'not-understood', faultsOf(asked.error?.issues ?? []))
    if (isLate(request)()) return refuse(response, 'not-sent')
    const { department, to, queueId, before } = asked.data
    give(response, 201, await desk.map(department, to, queueId, before, actor))
  })
  router.post('/v1/catalogue/edits/:editId/undo', mayKeep, async (request, response) => {
    const actor = actorOf(request)
    if (!actor) return refuse(response, 'not-signed-in')
    if (isLate(request)()) return refuse(response, 'not-sent')
    give(response, 200, await desk.undo(String(request.params.editId), actor))
  })
  return router
}
