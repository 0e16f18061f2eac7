import { type Request, Router } from 'express'
import type { MediaShelf } from '../media/media-shelf.ts'
import { takeTurns } from '../work/take-turns.ts'
import type { Actor } from '../rights/actor.ts'
import { mayAsk } from '../rights/calls.ts'
import { readBody } from './read-body.ts'
import { refuse } from './refuse.ts'

const LARGEST_FILE = 64 * 1024 * 1024
/** So many bodies may be on their way at once; each may be as large as a film. */
const MOST_UPLOADS = 4
const STILL_MS = 20_000

/** `POST /api/v1/media`: the file itself as the body; guides and supervisors. Answers `{mediaId, kind, url, bytes}`. */
export function uploadRoutes(shelf: MediaShelf, actorOf: (request: Request) => Actor | null): Router {
  const router = Router()
  const inTurn = takeTurns(MOST_UPLOADS)
  let coming = 0
  router.post('/', async (request, response) => {
    const actor = actorOf(request)
    if (!actor) return refuse(response, 'not-signed-in')
    if (!mayAsk(actor, 'send-media')) return refuse(response, 'not-allowed')
    if (coming >= MOST_UPLOADS) return refuse(response, 'too-many')
    coming += 1
    const read = await readBody(request, LARGEST_FILE, STILL_MS).finally(() => {
      coming -= 1
    })
    if (!read.ok) return refuse(response, read.why === 'too-large' ? 'too-large' : 'not-understood')
    // One after the other: decoding takes memory that the hall's calls need too.
    const kept = await inTurn(() => shelf.keep(read.bytes))
    if (kept === null) return refuse(response, 'too-many')
    if (!kept.ok) return refuse(response, kept.code)
    const { mediaId, kind, bytes } = kept
    response.status(201).json({ mediaId, kind, url: `/media/${mediaId}`, bytes })
  })
  return router
}

/** `/media/<hash>`: never changes, and nothing in it may run. */
export function mediaRoutes(shelf: MediaShelf): Router {
  const router = Router()
  router.get('/:mediaId', (request, response, next) => {
    const found = shelf.find(request.params.mediaId)
    if (!found) return next()
    response.set({
      'content-type': found.contentType,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-disposition': 'inline',
    })
    response.sendFile(
      found.file,
      { root: found.folder, immutable: true, maxAge: '365d' },
      (missing) => missing && !response.headersSent && next(),
    )
  })
  return router
}
