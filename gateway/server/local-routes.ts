import { type Request, Router } from 'express'
import type { Actor } from '../rights/actor.ts'
import { refuse } from './refuse.ts'

interface LocalDoor {
  localActorOf(request: Request): Actor | null
  /** Somebody may now do less, or more. */
  onAccess(): void
  /** Resolves when the log has what was done to the register. */
  recorded(): Promise<void>
}

/** What the command line of this computer tells a running gateway: that it changed who may come in. Nobody else is heard here. */
export function localRoutes({ localActorOf, onAccess, recorded }: LocalDoor): Router {
  const router = Router()
  router.post('/access', async (request, response) => {
    if (localActorOf(request) === null) return refuse(response, 'not-signed-in')
    onAccess()
    await recorded()
    response.status(204).end()
  })
  return router
}
