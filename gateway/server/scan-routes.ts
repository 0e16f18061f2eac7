import { Router, json } from 'express'
import { type ScanAnswer, scanQuestion } from '../contract/signals.ts'
import type { Actor } from '../rights/actor.ts'
import { refuse } from './refuse.ts'
import { faultsOf } from './error-body.ts'

export interface ScanDeps {
  terminals: readonly string[]
  actorOf(header: string | undefined): Actor | null
  scan(terminalId: string, text: string): Promise<ScanAnswer>
}

/** `POST /api/v1/terminals/:id/scan`: what a code is that a scanner typed into the terminal's page. */
export function scanRoutes({ terminals, actorOf, scan }: ScanDeps): Router {
  const router = Router()
  router.post('/v1/terminals/:id/scan', json({ limit: '8kb', type: () => true }), async (request, response) => {
    const actor = actorOf(request.get('authorization'))
    const terminalId = String(request.params.id)
    const asked = scanQuestion.safeParse(request.body)
    response.set('cache-control', 'no-store')
    if (!actor) return refuse(response, 'not-signed-in')
    if (!terminals.includes(terminalId)) return refuse(response, 'unknown-terminal')
    if (actor.terminal !== terminalId) return refuse(response, 'not-allowed')
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    response.json(await scan(terminalId, asked.data.text))
  })
  return router
}
