import { Router, json } from 'express'
import { z } from 'zod'
import { lifeSpeed, type LifeSpeed } from '../contract/start-view.ts'
import { roles } from '../contract/commands.ts'
import type { Office } from '../office/office.ts'
import { bearer } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { refuse } from './refuse.ts'
import { faultsOf } from './error-body.ts'
import { chance } from '../time.ts'

const faults = ['paper-out', 'cover-open', 'cutter-jam', 'near-end', 'offline', 'mute', 'slow', 'garbage'] as const
export type DemoFault = (typeof faults)[number]

export interface DemoDeps {
  office: Office
  giveOrder: GiveOrder
  lend(role: (typeof roles)[number], id: string | null): string
  paperOf(printerId: string): Buffer | null
  setFault(printerId: string, fault: DemoFault | null): boolean
  /** null = this hall does not live by itself. */
  life: { setSpeed(speed: LifeSpeed): void } | null
}

/** Only in a demo hall on this machine's own address: sign-ins without a word, papers to look at, faults at a click, a crowd. */
export function demoRoutes({ office, giveOrder, lend, paperOf, setFault, life }: DemoDeps): Router {
  const router = Router()
  router.get('/paper/:file', (request, response) => {
    const paper = paperOf(request.params.file.replace(/\.png$/, ''))
    if (paper) response.type('png').set('cache-control', 'no-store').send(paper)
    else response.status(204).end()
  })
  router.use(json({ limit: '4kb', type: () => true }))
  router.post('/sign-in', (request, response) => {
    const asked = z
      .object({ role: z.enum(roles), id: z.string().max(40).nullable().default(null) })
      .safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    response.json({ token: lend(asked.data.role, asked.data.id) })
  })
  router.post('/printer/:id', (request, response) => {
    const asked = z.object({ fault: z.enum(faults).nullable() }).safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    if (!setFault(request.params.id, asked.data.fault)) return refuse(response, 'unknown-printer')
    response.json({ fault: asked.data.fault })
  })
  router.post('/life', (request, response) => {
    const asked = z.object({ speed: lifeSpeed }).safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    if (life === null) return refuse(response, 'not-found')
    life.setSpeed(asked.data.speed)
    response.json({ speed: asked.data.speed })
  })
  router.post('/crowd', async (request, response) => {
    const asked = z.object({ people: z.number().int().min(1).max(500) }).safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const wanted = [...office.hallModel.matters.values()].filter(
      (matter) => matter.queueId !== null && matter.popular > 0,
    )
    const matters =
      wanted.length > 0 ? wanted : [...office.hallModel.matters.values()].filter((matter) => matter.queueId !== null)
    const taken = Array.from({ length: asked.data.people }, () => {
      const matter = matters[Math.floor(chance() * matters.length)]
      return giveOrder(
        { ...bearer('demo', ['terminal']), terminal: null },
        {
          type: 'take-ticket',
          matterId: matter?.id ?? null,
          queueId: null,
          terminalId: null,
          priority: null,
          printer: null,
          missing: [],
          accessible: false,
        },
        null,
      )
    })
    response.status(201).json({ taken: (await Promise.all(taken)).filter((answer) => answer.ok).length })
  })
  return router
}
