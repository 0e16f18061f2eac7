import { type Request, Router } from 'express'
import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue-shelf.ts'
import { LONGEST_QUERY } from '../catalogue/search/steps.ts'
import { countersOf } from '../domain/counters/serving.ts'
import type { Office } from '../office/office.ts'
import { queueView } from '../views/queue-view.ts'
import type { Reading } from '../views/reading.ts'
import { faultsOf } from './error-body.ts'
import { matterList } from './matter-list.ts'
import { rateLimit } from './rate-limit.ts'
import { refuse } from './refuse.ts'
import { sendGzipped } from './send-gzipped.ts'
import type { StrangerGuards } from './stranger-guards.ts'

export interface MatterRoutesDeps extends Pick<StrangerGuards, 'addressOf' | 'monotonic'> {
  office: Office
  catalogue: () => Promise<Catalogue>
  reading(): Reading
  /** Nobody who signed in or showed a token. */
  isPublic(request: Request): boolean
}

/** Without a token, from one address. A search is worth one, and one more for each hundred matters that it may bring. */
const FINDS_A_MINUTE = 600
const CATALOGUES_A_MINUTE = 60

/** What there is to be done here: the whole catalogue as terminals keep it, a search, and one matter with where it is done and how long one waits. */
export function matterRoutes({ office, catalogue, reading, isPublic, addressOf, monotonic }: MatterRoutesDeps): Router {
  const router = Router()
  const mayFind = rateLimit(FINDS_A_MINUTE, monotonic)
  const mayTakeCatalogue = rateLimit(CATALOGUES_A_MINUTE, monotonic)
  const countersAt = (queueId: string | null): string[] =>
    countersOf(office.hallModel, office.state, queueId ?? '').map(({ id }) => id)
  router.get('/catalogue', async (request, response) => {
    if (isPublic(request) && !mayTakeCatalogue(addressOf(request))) return refuse(response, 'too-many')
    const { packed, tag } = (await catalogue()).file
    sendGzipped(request, response.set({ etag: tag }).type('json'), packed)
  })
  router.get('/catalogue/wanted', async (request, response) => {
    const { wanted } = await catalogue()
    sendGzipped(request, response.type('json'), wanted)
  })
  // For whoever writes by hand: read when somebody does.
  router.get('/catalogue/strokes', async (request, response) => {
    if (isPublic(request) && !mayTakeCatalogue(addressOf(request))) return refuse(response, 'too-many')
    const { packed, tag } = await (await catalogue()).hand()
    sendGzipped(request, response.set({ etag: tag }).type('application/octet-stream'), packed)
  })
  router.get('/matters', async (request, response) => {
    const asked = z
      .object({
        q: z.string().max(LONGEST_QUERY).default(''),
        department: z.string().max(100).default(''),
        limit: z.coerce.number().int().min(1).max(5000).default(1000),
      })
      .safeParse(request.query)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const { q, department, limit } = asked.data
    if (isPublic(request) && !mayFind(addressOf(request), 1 + limit / 100)) return refuse(response, 'too-many')
    const { found, total } = (await catalogue()).find(q, department, limit)
    response.type('json').send(matterList(found, total, countersAt))
  })
  router.get('/matters/:id', (request, response) => {
    const matter = office.hallModel.matters.get(request.params.id)
    if (!matter) return refuse(response, 'unknown-matter', {}, 404)
    const queue = matter.queueId === null ? null : queueView(reading(), matter.queueId)
    const departmentName = office.hallModel.departmentNames.get(matter.department) ?? matter.department
    response.json({
      ...matter,
      departmentName,
      counters: countersAt(matter.queueId),
      where: queue ? queue.where : [],
      wait: queue?.wait ?? null,
      ahead: queue?.waiting ?? null,
    })
  })
  return router
}
