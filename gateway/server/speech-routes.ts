import { Router, json } from 'express'
import { speechQuestion } from '../contract/read-aloud.ts'
import type { Actor } from '../rights/actor.ts'
import type { Speech } from '../speech/open-speech.ts'
import { faultsOf } from './error-body.ts'
import { refuse } from './refuse.ts'

interface SpeechDoor {
  terminals: readonly string[]
  speech: Speech
  actorOf(header: string | undefined): Actor | null
}

/** `POST /api/v1/terminals/:id/speech`: a text that no clip was made for, as a WAV file. Nothing of it is logged or kept on a disk. */
export function speechRoutes({ terminals, speech, actorOf }: SpeechDoor): Router {
  const router = Router()
  router.post('/v1/terminals/:id/speech', json({ limit: '4kb', type: () => true }), async (request, response) => {
    const actor = actorOf(request.get('authorization'))
    const terminalId = String(request.params.id)
    const asked = speechQuestion.safeParse(request.body)
    response.set('cache-control', 'no-store')
    if (!actor) return refuse(response, 'not-signed-in')
    if (!terminals.includes(terminalId)) return refuse(response, 'unknown-terminal')
    if (actor.terminal !== terminalId) return refuse(response, 'not-allowed')
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const said = await speech.say(asked.data.language, asked.data.text)
    if (!said.ok) return refuse(response, said.code)
    response.type('audio/wav').send(said.sound)
  })
  return router
}
