import { Router } from 'express'
import { dotsPngOf, pngOf } from '../devices/led/picture-png.ts'
import type { SimulatedCards } from '../outputs/simulated-cards.ts'

/** Only in a demo hall: what a simulated card shows at this moment, as its panel looks from near. */
export function panelRoutes(cards: SimulatedCards): Router {
  const router = Router()
  router.get('/:file', (request, response) => {
    const server = cards.cardOf(request.params.file.replace(/\.png$/, ''))
    if (!server) return void response.status(204).end()
    const picture = server.card.picture()
    response
      .type('png')
      .set('cache-control', 'no-store')
      .send(picture.width > 640 ? pngOf(picture) : dotsPngOf(picture, 8))
  })
  return router
}
