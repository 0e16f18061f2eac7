import { Router, json } from 'express'
import { z } from 'zod'
import { cardFaults } from '../devices/fake/led/fake-card.ts'
import { dotsPngOf, pngOf } from '../devices/led/picture-png.ts'
import { refuse } from './refuse.ts'
import type { SimulatedLedCards } from '../outputs/simulated-led-cards.ts'

/** Only in a demo hall: what a simulated card shows at this moment, as its panel looks from near, and its faults. */
export function panelRoutes(ledCards: SimulatedLedCards): Router {
  const router = Router()
  router.get('/:file', (request, response) => {
    const server = ledCards.cardOf(request.params.file.replace(/\.png$/, ''))
    if (!server) return void response.status(204).end()
    const picture = server.card.picture()
    response
      .type('png')
      .set('cache-control', 'no-store')
      .send(picture.width > 640 ? pngOf(picture) : dotsPngOf(picture, 8))
  })
  router.post('/:id', json({ limit: '1kb', type: () => true }), (request, response) => {
    const asked = z.strictObject({ fault: z.enum(cardFaults).nullable() }).safeParse(request.body)
    const server = ledCards.cardOf(request.params.id)
    if (!asked.success) return refuse(response, 'not-understood')
    if (!server) return refuse(response, 'not-found')
    for (const fault of cardFaults) server.set(fault, fault === asked.data.fault)
    response.json(asked.data)
  })
  return router
}
