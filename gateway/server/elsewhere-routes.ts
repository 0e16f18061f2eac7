import { type Request, type Response, Router, json } from 'express'
import { z } from 'zod'
import type { Quickest } from '../contract/city.ts'
import { type ElsewhereView, elsewhereWish } from '../contract/elsewhere.ts'
import { type RefusalCode, refusals } from '../contract/refusals.ts'
import type { Ticket } from '../domain/line/ticket.ts'
import type { Office } from '../office/office.ts'
import { faultsOf } from './error-body.ts'
import { rateLimit } from './rate-limit.ts'
import { refuse } from './refuse.ts'
import type { StrangerGuards } from './stranger-guards.ts'

/** The city as a hall asks it for a visitor; null = nobody answers. */
export interface Elsewhere {
  quickest(matter: string): Promise<Quickest | null>
  order(
    hall: string,
    commandId: string,
    command: object,
  ): Promise<{ ok: boolean; code?: string; body?: unknown } | null>
}
export interface ElsewhereDeps extends Pick<StrangerGuards, 'addressOf' | 'monotonic' | 'trackGuard'> {
  office: Pick<Office, 'state' | 'hallModel'>
  /** null = this hall has no city. */
  elsewhere: Elsewhere | null
}

const QUESTIONS_A_MINUTE = 240
const SHOWN = 5
const given = z.object({ number: z.string(), ahead: z.number(), wait: z.unknown(), token: z.string() })
const isRefusal = (code: string | undefined): code is RefusalCode => code !== undefined && code in refusals

/** Which other hall does a matter sooner, for terminals and phones; and a number there beside one's own. A hall without a city knows of none. */
export function elsewhereRoutes({ office, elsewhere, addressOf, monotonic, trackGuard }: ElsewhereDeps): Router {
  const router = Router()
  const mayAsk = rateLimit(QUESTIONS_A_MINUTE, monotonic)
  const found = async (matterId: string): Promise<Quickest['items']> => {
    const matter = office.hallModel.matters.get(matterId)
    return (matter && (await elsewhere?.quickest(matter.name))?.items) ?? []
  }
  const tell = async (response: Response, matterId: string): Promise<void> => {
    const items = (await found(matterId))
      .filter(({ wait }) => wait !== null)
      .slice(0, SHOWN)
      .map(({ id, name, place, kilometres, wait }) => ({ hall: id, name, place, kilometres, wait }))
    response.set('cache-control', 'no-store').json({ items, total: items.length } satisfies ElsewhereView)
  }
  router.get('/v1/elsewhere', async (request, response) => {
    if (!mayAsk(addressOf(request))) return refuse(response, 'too-many')
    const { matterId } = request.query
    await tell(response, typeof matterId === 'string' ? matterId : '')
  })
  const heldBy = (request: Request<{ token: string }>, response: Response): Ticket | null => {
    const { token } = request.params
    const { byToken, tickets } = office.state.line
    const own = tickets.get(byToken.get(token) ?? '')
    if (!trackGuard(addressOf(request), token, own !== undefined)) refuse(response, 'too-many')
    else if (own === undefined) refuse(response, 'unknown-ticket')
    else return own
    return null
  }
  router.get('/v1/track/:token/elsewhere', async (request, response) => {
    const own = heldBy(request, response)
    if (own !== null) await tell(response, own.matterId ?? '')
  })
  router.post(
    '/v1/track/:token/elsewhere',
    json({ limit: '4kb', type: () => true }),
    async (request: Request<{ token: string }>, response) => {
      const own = heldBy(request, response)
      if (own === null) return
      const asked = elsewhereWish.safeParse(request.body)
      if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
      if (own.status !== 'waiting') return refuse(response, 'unknown-ticket')
      const hall = (await found(own.matterId ?? '')).find(({ id }) => id === asked.data.hall)
      if (!hall) return refuse(response, 'not-found')
      // Under the number that is held: pressed again it is the same one there, and there is never a second.
      const command = { type: 'take-ticket', matterId: hall.matterId, remote: true }
      const answer = (await elsewhere?.order(hall.id, own.id, command)) ?? null
      if (answer === null) return refuse(response, 'not-answered')
      const taken = given.safeParse(answer.body)
      if (!answer.ok || !taken.success) return refuse(response, isRefusal(answer.code) ? answer.code : 'not-answered')
      const { number, ahead, wait, token: there } = taken.data
      const url = hall.url === null ? null : `${hall.url.replace(/\/$/, '')}/t/${there}`
      response.status(201).json({ hall: hall.id, name: hall.name, place: hall.place, number, ahead, wait, url })
    },
  )
  return router
}
