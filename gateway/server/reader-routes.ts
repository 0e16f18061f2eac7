import { Router, json } from 'express'
import { readerOrder } from '../contract/signals.ts'
import type { IdReaders } from '../inputs/open-id-readers.ts'
import type { Actor } from '../rights/actor.ts'
import { refuse } from './refuse.ts'

interface ReaderDoor {
  idReaders: Pick<IdReaders, 'read' | 'stop'>
  actorOf(header: string | undefined): Actor | null
}

/** `POST /api/v1/terminals/:id/reader`: the visitor agreed to have a card read, or goes on without. Nothing of a card comes back here. */
export function readerRoutes({ idReaders, actorOf }: ReaderDoor): Router {
  const router = Router()
  router.post('/v1/terminals/:id/reader', json({ limit: '1kb', type: () => true }), (request, response) => {
    const actor = actorOf(request.get('authorization'))
    const terminalId = String(request.params.id)
    const order = readerOrder.safeParse(request.body)
    response.set('cache-control', 'no-store')
    if (!actor) return refuse(response, 'not-signed-in')
    if (actor.terminal !== terminalId) return refuse(response, 'not-allowed')
    if (!order.success) return refuse(response, 'not-understood')
    if (order.data.action === 'stop') idReaders.stop(terminalId)
    else if (!idReaders.read(terminalId)) return refuse(response, 'no-reader')
    response.json({})
  })
  return router
}
