import { type Request, Router, raw } from 'express'
import type { MediaShelf } from '../media/media-shelf.ts'
import type { Actor } from './actor.ts'
import { refuse } from './refuse.ts'

const LARGEST_FILE = '64mb'

/** `POST /api/v1/media`: the file itself as the body; guides and supervisors. Answers `{mediaId, kind, url, bytes}`. */
export function uploadRoutes(shelf: MediaShelf, actorOf: (request: Request) => Actor | null): Router {
  const router = Router()
  let busy = false
  router.post('/', (request, response, next) => {
    const actor = actorOf(request)
    if (!actor) return refuse(response, 'not-signed-in')
    if (!actor.roles.some((role) => role === 'guide' || role === 'supervisor')) return refuse(response, 'not-allowed')
    // One at a time: decoding takes memory that the hall's calls need too.
    if (busy) return refuse(response, 'too-many')
    busy = true
    response.once('close', () => {
      busy = false
    })
    next()
  })
  router.post('/', raw({ limit: LARGEST_FILE, type: () => true, inflate: false }), async (request, response) => {
    const kept = Buffer.isBuffer(request.body)
      ? await shelf.keep(request.body)
      : ({ ok: false, code: 'media-unknown' } as const)
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
