import { type Request, Router, json } from 'express'
import { type PadList, learningBody, strangerBody } from '../contract/pads.ts'
import type { HearStranger } from '../inputs/hear-stranger.ts'
import type { LearnPads } from '../inputs/learn-pads.ts'
import type { Office } from '../office/office.ts'
import type { PluggedAt } from '../inputs/hid-wishes.ts'
import { padViews, strangersOf } from '../inputs/pad-view.ts'
import type { Actor } from '../rights/actor.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

interface PadDoor {
  office: Office
  learning: LearnPads
  /** HID devices at the gateway's own computer and at those that lend. */
  plugged(): Promise<readonly PluggedAt[]>
  strangers: Pick<HearStranger, 'hear' | 'stop' | 'now'>
  actorOf(request: Request): Actor | null
}

/** Learn mode for call pads: what is pressed is shown instead of obeyed. What was learnt is an order like any other (teach-pad, bind-pad). */
export function padRoutes({ office, learning, plugged, strangers, actorOf }: PadDoor): Router {
  const router = Router()
  const supervisors = requireRight(actorOf, 'keep-pads')
  router.get('/v1/pads', supervisors, async (_, response) => {
    const items = padViews(office.hallModel, office.state, learning)
    const list: PadList = {
      items,
      total: items.length,
      strangers: strangersOf(office.hallModel.hall, await plugged(), strangers.now()),
    }
    response.json(list)
  })
  router.post(
    '/v1/pads/strangers/learning',
    supervisors,
    json({ limit: '1kb', type: () => true }),
    async (request, response) => {
      const asked = strangerBody.safeParse(request.body)
      if (!asked.success) return refuse(response, 'not-understood')
      const { at, path, on } = asked.data
      if (!on) strangers.stop()
      else {
        const known = strangersOf(office.hallModel.hall, await plugged(), null).find(
          (one) => one.at === at && one.path === path && one.model === 'plain',
        )
        if (!known || !(await strangers.hear(at, path))) return refuse(response, 'unknown-pad', { at, path })
      }
      response.json({ on })
    },
  )
  router.post('/v1/pads/:id/learning', supervisors, json({ limit: '1kb', type: () => true }), (request, response) => {
    const asked = learningBody.safeParse(request.body)
    const padId = String(request.params.id)
    if (!asked.success) return refuse(response, 'not-understood')
    if (!office.hallModel.hall.pads.some(({ id }) => id === padId)) return refuse(response, 'unknown-pad', { padId })
    learning.set(padId, asked.data.on)
    response.json(padViews(office.hallModel, office.state, learning).find(({ id }) => id === padId))
  })
  return router
}
