import { type Request, Router } from 'express'
import { z } from 'zod'
import type { SlipLayout } from '../contract/slip-layout.ts'
import type { Office } from '../office/office.ts'
import { printedPicture, slipBytes } from '../outputs/preview-slip.ts'
import { sampleCases, sampleSlip } from '../outputs/sample-slip.ts'
import type { Actor } from '../rights/actor.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'
import { faultsOf } from './error-body.ts'

const wish = z.object({
  mm: z.enum(['80', '58']).default('80'),
  mode: z.enum(['raster', 'text']).default('raster'),
  case: z.enum(sampleCases).default('usual'),
})

/** `GET /api/v1/slip-preview?mm=80&mode=raster&case=usual`: a sample slip of this hall as PNG, for supervisors. */
export function slipRoutes(
  office: Office,
  addressOf: () => string,
  actorOf: (request: Request) => Actor | null,
  now: () => number,
): Router {
  const router = Router()
  router.get('/v1/slip-preview', requireRight(actorOf, 'see-slips'), (request, response) => {
    const asked = wish.safeParse(request.query)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const paperMm = asked.data.mm === '80' ? 80 : 58
    const bytes = slipBytes(
      sampleSlip(office.hallModel, asked.data.case, addressOf(), now()),
      { paperMm, mode: asked.data.mode },
      office.hallModel.hall.slip,
    )
    response.type('png').send(printedPicture(bytes, paperMm))
  })
  return router
}

/** The usual sample in another layout, on wide paper. */
export const slipPictureOf =
  (office: Office, addressOf: () => string, now: () => number) =>
  (layout: SlipLayout): Buffer =>
    printedPicture(
      slipBytes(sampleSlip(office.hallModel, 'usual', addressOf(), now()), { paperMm: 80, mode: 'raster' }, layout),
      80,
    )
