import { type Request, type Response, Router, json } from 'express'
import type { RatingSource, RatingReason } from '../contract/ratings.ts'
import { gradeBody, whyBody } from '../contract/ratings.ts'
import { ofVisit } from '../domain/grievances/of-visit.ts'
import type { Office } from '../office/office.ts'
import type { GrievanceFiles } from '../store/grievance-files.ts'
import { type Actor, visitorActor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { faultsOf } from './error-body.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import type { StrangerGuards } from './stranger-guards.ts'

export interface RatingDeps extends Pick<StrangerGuards, 'addressOf' | 'trackGuard'> {
  office: Office
  giveOrder: GiveOrder
  files: GrievanceFiles
  actorOf: (request: Request) => Actor | null
}

/** Whose visit it is, and where it is rated from. */
interface Rater {
  counterId: string
  ticketId: string | null
  via: RatingSource
  actor: Actor
}

/**
 * Grades by the tablet beside a counter (its own token, its own counter) and by the phone that holds the number. What the visitor writes goes into
 * the case's own file, of which the log knows only that it is there.
 */
export function ratingRoutes({ office, giveOrder, files, actorOf, addressOf, trackGuard }: RatingDeps): Router {
  const router = Router()
  const small = json({ limit: '8kb', type: () => true })
  const keyOf = (request: Request): string | null => request.get('idempotency-key')?.slice(0, 128) ?? null

  function atTablet(request: Request, response: Response): Rater | null {
    const counterId = String(request.params.counterId)
    const actor = actorOf(request)
    if (actor?.roles.includes('rating') && actor.counters?.includes(counterId))
      return { counterId, ticketId: null, via: 'tablet', actor }
    refuse(response, actor ? 'not-allowed' : 'not-signed-in')
    return null
  }
  function byPhone(request: Request, response: Response): Rater | null {
    const token = String(request.params.token)
    const { line } = office.state
    if (!trackGuard(addressOf(request), token, line.byToken.has(token))) {
      refuse(response, 'too-many')
      return null
    }
    const ticket = line.tickets.get(line.byToken.get(token) ?? '')
    if (ticket)
      return { counterId: ticket.counterId ?? '', ticketId: ticket.id, via: 'phone', actor: visitorActor(ticket.id) }
    refuse(response, 'unknown-ticket')
    return null
  }
  async function grade(rater: Rater, request: Request, response: Response): Promise<void> {
    const asked = gradeBody.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const { counterId, via, actor } = rater
    const { stars, ticketId = null } = asked.data
    const about = rater.ticketId ?? ticketId
    if (counterId === '') return refuse(response, 'nobody-to-rate')
    const order = { type: 'rate-visit', counterId, stars, ticketId: about, via } as const
    const answer = await giveOrder(actor, order, keyOf(request), isLate(request))
    if (answer.ok) response.json({ stars })
    else refuse(response, answer.code, answer.details)
  }
  async function why(rater: Rater, request: Request, response: Response): Promise<void> {
    const asked = whyBody.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const { words, telephone, reasons, ticketId = null } = asked.data
    const about = rater.ticketId ?? ticketId ?? ''
    const grievance = ofVisit(office.state, about)
    const isHere = office.state.line.tickets.get(about)?.counterId === rater.counterId
    if (!grievance || !isHere) return refuse(response, 'nobody-to-rate')
    // The same answer again, when the first got lost on the way; nobody else's words go into an open file.
    if (grievance.isExplained) {
      const told =
        keyOf(request) === null ? null : await tell(rater, about, reasons, words !== '', telephone !== null, request)
      if (told?.ok) return void response.json({ code: files.open(grievance.id, { words: null, telephone: null }) })
      return refuse(response, 'rated-already')
    }
    const code = files.open(grievance.id, { words: words === '' ? null : words, telephone })
    const answer = await tell(rater, about, reasons, words !== '', telephone !== null, request)
    if (answer.ok) response.json({ code })
    else refuse(response, answer.code, answer.details)
  }
  const tell = (
    { actor }: Rater,
    ticketId: string,
    reasons: RatingReason[],
    hasWords: boolean,
    hasContact: boolean,
    request: Request,
  ) =>
    giveOrder(
      actor,
      { type: 'explain-rating', ticketId, reasons, hasWords, hasContact },
      keyOf(request),
      isLate(request),
    )

  for (const [path, raterOf] of [
    ['/v1/ratings/:counterId', atTablet],
    ['/v1/track/:token/rating', byPhone],
  ] as const) {
    router.post(path, small, async (request, response) => {
      const rater = raterOf(request, response)
      if (rater) await grade(rater, request, response)
    })
    router.post(`${path}/why`, small, async (request, response) => {
      const rater = raterOf(request, response)
      if (rater) await why(rater, request, response)
    })
  }
  return router
}
