import { type NextFunction, type Request, type Response, Router, raw } from 'express'
import { z } from 'zod'
import type { Office } from '../office/office.ts'
import type { DisplayWatch } from '../board/display-watch.ts'
import type { KeepPlays } from '../board/keep-plays.ts'
import type { PlayStore } from '../store/play-store.ts'
import type { Actor } from '../rights/actor.ts'
import { mayAsk } from '../rights/calls.ts'
import { refuse } from './refuse.ts'
import { faultsOf } from './error-body.ts'

/** A wall at 1280 pixels is some 120 kB. */
const LARGEST_PICTURE = '1mb'
/** A page answers at once or not at all. */
const PICTURE_WITHIN_MS = 60_000
const asked = z.object({
  notice: z.string().max(80).nullable().default(null),
  day: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .nullable()
    .default(null),
  limit: z.coerce.number().int().min(1).max(5_000).default(1_000),
})

interface DisplayDeps {
  office: Office
  watch: DisplayWatch
  plays: PlayStore
  kept: Pick<KeepPlays, 'flush'>
  actorOf: (request: Pick<Request, 'headers' | 'method'>) => Actor | null
  now: () => number
}

/**
 * `GET /displays`: what the pages on the screens tell of themselves. `GET /displays/plays?notice=&day=`: proof of play. `POST` and
 * `GET /displays/:id/pictures/:pictureId`: the picture that a screen makes of itself when staff order one (`picture-screen`); the last of each
 * screen is kept, in memory. Staff read; a screen may only bring the picture that it was asked for, once.
 */
export function displayRoutes({ office, watch, plays, kept, actorOf, now }: DisplayDeps): Router {
  const router = Router()
  const pictures = new Map<string, { pictureId: string; bytes: Buffer }>()
  const staffOnly = (request: Request, response: Response): boolean => {
    const actor = actorOf(request)
    const isStaff = mayAsk(actor, 'see-screens')
    if (!isStaff) refuse(response, actor ? 'not-allowed' : 'not-signed-in')
    return isStaff
  }
  router.use((_, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  router.get('/', (request, response) => {
    if (!staffOnly(request, response)) return
    const items = watch.pages()
    response.json({ items, total: items.length })
  })
  router.get('/plays', (request, response) => {
    if (!staffOnly(request, response)) return
    const parsed = asked.safeParse(request.query)
    if (!parsed.success) return refuse(response, 'not-understood', faultsOf(parsed.error.issues))
    kept.flush()
    const { notice, day, limit } = parsed.data
    const items = plays.list({ noticeId: notice, day, limit })
    response.json({ items, total: items.length })
  })
  router.get('/:id/pictures/:pictureId', (request, response) => {
    if (!staffOnly(request, response)) return
    const picture = pictures.get(request.params.id)
    if (picture?.pictureId !== request.params.pictureId) return refuse(response, 'not-found')
    response.set({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' }).send(picture.bytes)
  })
  type OfPicture = Request<{ id: string; pictureId: string }>
  // Who may bring it is asked before a byte of it is read.
  const onlyWanted = (request: OfPicture, response: Response, next: NextFunction): void => {
    const actor = actorOf(request)
    if (!actor) return refuse(response, 'not-signed-in')
    const { id, pictureId } = request.params
    const order = office.state.wall.pictures.get(id)
    const isWanted =
      actor.screen === id &&
      order?.pictureId === pictureId &&
      now() - order.at < PICTURE_WITHIN_MS &&
      pictures.get(id)?.pictureId !== pictureId
    if (isWanted) next()
    else refuse(response, 'not-allowed')
  }
  router.post(
    '/:id/pictures/:pictureId',
    onlyWanted,
    raw({ limit: LARGEST_PICTURE, type: () => true, inflate: false }),
    (request: OfPicture, response: Response) => {
      const { id, pictureId } = request.params
      const bytes: unknown = request.body
      if (!Buffer.isBuffer(bytes) || bytes.length < 100 || bytes.readUIntBE(0, 3) !== 0xffd8ff)
        return refuse(response, 'media-unknown')
      pictures.set(id, { pictureId, bytes })
      response.status(204).end()
    },
  )
  return router
}
