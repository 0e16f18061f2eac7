import { type Request, type Response, Router, json } from 'express'
import { settingsOrder, slipDraft, undoSettings } from '../contract/hall-settings.ts'
import type { HallSettingsDesk } from '../settings/hall-settings.ts'
import type { SlipLayout } from '../contract/slip-layout.ts'
import type { Actor } from '../rights/actor.ts'
import { faultsOf } from './error-body.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

/** The hall folder as forms: read, checked as somebody types, saved as one change, taken back. */
export function hallSettingsRoutes(
  desk: HallSettingsDesk,
  /** PNG of a sample slip in this layout. */
  slipPicture: (layout: SlipLayout) => Buffer,
  actorOf: (request: Request) => Actor | null,
): Router {
  const router = Router()
  const at = '/v1/hall-settings'
  const mayKeep = requireRight(actorOf, 'keep-hall')
  const body = json({ limit: '512kb', type: () => true })
  const give = (response: Response, status: number, answer: Awaited<ReturnType<HallSettingsDesk['save']>>): void => {
    if (answer.ok) response.status(status).json(answer.body)
    else refuse(response, answer.code, answer.details)
  }
  router.get(at, mayKeep, (_, response) => void response.json(desk.read()))
  router.post(`${at}/check`, mayKeep, body, (request, response) => {
    const asked = settingsOrder.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const checked = desk.check(asked.data)
    if (checked.ok) response.json(checked.body)
    else refuse(response, checked.code, checked.details)
  })
  router.post(at, mayKeep, body, async (request, response) => {
    const asked = settingsOrder.safeParse(request.body)
    const actor = actorOf(request)
    if (!asked.success || !actor) return refuse(response, 'not-understood', faultsOf(asked.error?.issues ?? []))
    if (isLate(request)()) return refuse(response, 'not-sent')
    give(response, 201, await desk.save(asked.data, actor))
  })
  router.post(`${at}/undo`, mayKeep, body, async (request, response) => {
    const asked = undoSettings.safeParse(request.body)
    const actor = actorOf(request)
    if (!asked.success || !actor) return refuse(response, 'not-understood', faultsOf(asked.error?.issues ?? []))
    if (isLate(request)()) return refuse(response, 'not-sent')
    give(response, 200, await desk.undo(asked.data, actor))
  })
  router.post(`${at}/slip`, mayKeep, body, (request, response) => {
    const asked = slipDraft.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    response.type('png').send(slipPicture(asked.data.slip))
  })
  return router
}
