import { type Request, Router, json, raw } from 'express'
import { readCatalogue } from '../catalogue/catalogue-files.ts'
import { USUAL_SOURCE } from '../catalogue/import-file.ts'
import { agreedBody, departmentsBody, importOrder } from '../contract/catalogue-imports.ts'
import { commandId } from '../contract/messages.ts'
import { currentCatalogue } from '../domain/catalogue/decide.ts'
import type { Office } from '../office/office.ts'
import { type Actor, thePublic } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { faultsOf } from './error-body.ts'
import { requireRight } from './require-right.ts'
import type { ImportPlans } from './import-plans.ts'

interface CatalogueDoor {
  office: Office
  giveOrder: GiveOrder
  dataDir: string
  plans: ImportPlans
  actorOf: (request: Request) => Actor | null
}

/** Imports for supervisors and the command line. The content was put beside the log before; what the log gets is its hash. */
export function catalogueRoutes({ office, giveOrder, dataDir, plans, actorOf }: CatalogueDoor): Router {
  const router = Router()
  const supervisors = requireRight(actorOf, 'keep-catalogue')
  const small = json({ limit: '4kb', type: () => true })
  const by = (request: Request): Actor => actorOf(request) ?? thePublic
  const keyOf = (request: Request): string | null =>
    commandId
      .nullable()
      .catch(null)
      .parse(request.get('idempotency-key') ?? null)
  router.get('/v1/catalogue/imports', supervisors, (_, response) => {
    const items = office.state.catalogue.imports
    response.json({ items, total: items.length, current: currentCatalogue(office.state) })
  })
  router.post('/v1/catalogue/imports', supervisors, small, async (request, response) => {
    const order = importOrder.safeParse(request.body)
    if (!order.success) return refuse(response, 'not-understood', faultsOf(order.error.issues))
    if (!readCatalogue(dataDir, order.data.hash).ok) return refuse(response, 'unknown-catalogue')
    const answer = await giveOrder(
      by(request),
      { type: 'import-catalogue', ...order.data },
      keyOf(request),
      isLate(request),
    )
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    response.status(201).json({ current: currentCatalogue(office.state) })
  })
  router.post('/v1/catalogue/undo', supervisors, async (request, response) => {
    const answer = await giveOrder(by(request), { type: 'undo-import' }, keyOf(request), isLate(request))
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    response.json({ current: currentCatalogue(office.state) })
  })
  // The file itself is the body; what it would do is the answer, and nothing is changed.
  router.post(
    '/v1/catalogue/plans',
    supervisors,
    raw({ limit: '50mb', type: () => true, inflate: false }),
    async (request, response) => {
      const { source, file } = request.query
      const bytes = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : new Uint8Array()
      const looked = await plans.look(
        bytes,
        typeof source === 'string' && source !== '' ? source : USUAL_SOURCE,
        currentCatalogue(office.state),
        typeof file === 'string' && file !== '' ? file.slice(0, 120) : null,
      )
      if (looked === null) return refuse(response, 'too-many')
      if (!looked.ok) return refuse(response, 'file-not-read', { reason: looked.message })
      response.status(201).json(looked.view)
    },
  )
  router.post(
    '/v1/catalogue/plans/:planId/departments',
    supervisors,
    json({ limit: '64kb', type: () => true }),
    async (request, response) => {
      const said = departmentsBody.safeParse(request.body)
      if (!said.success) return refuse(response, 'not-understood', faultsOf(said.error.issues))
      const looked = await plans.match(
        String(request.params.planId),
        currentCatalogue(office.state),
        said.data.departments,
      )
      if (looked === null) return refuse(response, 'too-many')
      if (looked === 'unknown') return refuse(response, 'unknown-plan')
      if (!looked.ok) return refuse(response, 'file-not-read', { reason: looked.message })
      response.json(looked.view)
    },
  )
  router.post('/v1/catalogue/plans/:planId/carry-out', supervisors, small, async (request, response) => {
    // Asked now: reading the file once more may take longer than an order lives.
    if (isLate(request)()) return refuse(response, 'not-sent')
    const agreed = agreedBody.safeParse(request.body)
    if (!agreed.success) return refuse(response, 'not-understood', faultsOf(agreed.error.issues))
    const done = await plans.carryOut(String(request.params.planId), currentCatalogue(office.state), agreed.data)
    if (done === null) return refuse(response, 'too-many')
    if (done === 'unknown') return refuse(response, 'unknown-plan')
    if (!done.ok) return refuse(response, 'file-not-read', { reason: done.message })
    if (done.order === null) return refuse(response, 'already-so')
    const answer = await giveOrder(
      by(request),
      { type: 'import-catalogue', ...done.order, file: done.file ?? undefined },
      keyOf(request),
    )
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    response.status(201).json({ current: currentCatalogue(office.state), counts: done.order.counts })
  })
  return router
}
