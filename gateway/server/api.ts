import { type Request, Router, json } from 'express'
import { z } from 'zod'
import type { HolidayCalendar } from '../contract/calendar.ts'
import type { Moment } from '../domain/decision.ts'
import type { LoggedEvent } from '../domain/events.ts'
import type { Office } from '../office/office.ts'
import type { PersonKeys } from '../store/person-keys.ts'
import type { EventLog } from '../store/event-log.ts'
import { noticeList } from '../views/notice-view.ts'
import { trackView } from '../views/track-view.ts'
import { queueView } from '../views/queue-view.ts'
import { ticketView } from '../views/ticket-view.ts'
import { type Actor, visitorActor } from '../rights/actor.ts'
import { type Call, mayAsk } from '../rights/calls.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import type { Catalogue } from '../catalogue/catalogue-shelf.ts'
import { faultsOf } from './error-body.ts'
import { bookingRoutes } from './booking-routes.ts'
import { requireRight } from './require-right.ts'
import { isLate } from './order-age.ts'
import { hallRoute } from './hall-route.ts'
import { matterRoutes } from './matter-routes.ts'
import { orderRoutes } from './order-routes.ts'
import { phoneNumbers } from './phone-numbers.ts'
import { openapi } from './openapi.ts'
import { refuse } from './refuse.ts'
import { whatIfRoute } from './what-if-route.ts'
import { plainReading } from '../views/plain-reading.ts'
import type { LiveSources, Reading } from '../views/reading.ts'
import type { StrangerGuards } from './stranger-guards.ts'
import { visitorBooking } from './visitor-booking.ts'

export interface ApiDeps extends StrangerGuards {
  office: Office
  /** Orders, by whoever may give them. */
  giveOrder: GiveOrder
  log: EventLog
  catalogue: () => Promise<Catalogue>
  calendar: HolidayCalendar
  live: LiveSources
  moment(): Moment
  actorOf: (request: Request) => Actor | null
  onSound: (screenId: string, state: string) => void
  /** Recognises who books, without keeping who it is. */
  persons: PersonKeys
  /** Where a phone reaches this gateway. */
  publicAddress(): string
}

const LARGEST_BODY = '64kb'
/** What the holder of a number may do with it by phone. */
const ownWishes = [
  ['cancel', 'cancel-ticket'],
  ['later', 'defer-ticket'],
  ['coming', 'announce-coming'],
  ['help', 'ask-guide'],
] as const
const page = z.object({
  limit: z.coerce.number().int().min(1).max(5000).default(1000),
  after: z.coerce.number().int().min(0).default(0),
})

/** HTTP API under /api: parses, checks the role, hands to the office. */
export function api(deps: ApiDeps): Router {
  const { office, giveOrder, log, catalogue, calendar, live, moment, actorOf, onSound, addressOf, monotonic } = deps
  const router = Router()
  const now = (): number => moment().now
  const startedAt = monotonic()
  const reading = (): Reading => plainReading({ hallModel: office.hallModel, state: office.state, now: now(), live })
  const mayTrack = (request: Request<{ token: string }>): boolean =>
    deps.trackGuard(addressOf(request), request.params.token, office.state.line.byToken.has(request.params.token))
  const isPublic = (request: Request): boolean => actorOf(request) === null
  const needs = (call: Call) => requireRight(actorOf, call)
  router.use((_, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })

  router.get('/openapi.json', (_, response) => void response.json(openapi(live.version)))
  router.get('/v1/health', (request, response) => {
    // Anybody may see that a device is not well; what it says and where it stands is for who works here.
    const mayKnow = mayAsk(actorOf(request), 'know-devices')
    const devices = mayKnow
      ? live.health()
      : live.devices().map(({ id, kind, state, since }) => ({ id, kind, state, since }))
    response.status(office.trouble === null ? 200 : 503)
    response.json({
      status: office.trouble === null ? 'ok' : 'cannot-write',
      version: live.version,
      uptimeSeconds: Math.floor((monotonic() - startedAt) / 1000),
      log: { seq: office.state.seq },
      devices,
    })
  })
  router.use('/v1', hallRoute(office, calendar))
  router.use('/v1', matterRoutes({ office, catalogue, reading, isPublic, addressOf, monotonic }))
  router.get('/v1/queues', (_, response) => {
    const own = reading()
    const items = office.hallModel.hall.queues.map(({ id }) => queueView(own, id))
    response.json({ items, total: items.length })
  })
  router.get('/v1/notices', (request, response) => {
    const all = noticeList(reading())
    const staff = mayAsk(actorOf(request), 'know-notices')
    // Who wrote it is the office's own business.
    const items = staff
      ? all
      : all
          .filter(({ state }) => state === 'live')
          .map((notice) => ({ ...notice, by: '', wordsBy: '', approvedBy: null }))
    response.json({ items, total: items.length })
  })
  router.get('/v1/track/:token', (request, response) => {
    if (!mayTrack(request)) return refuse(response, 'too-many')
    const view = trackView(reading(), request.params.token)
    if (view) response.json(view)
    else refuse(response, 'unknown-ticket')
  })
  router.get('/v1/tickets/:ticketId', needs('see-tickets'), (request, response) => {
    const ticket = office.state.line.tickets.get(String(request.params.ticketId))
    if (ticket) response.json(ticketView(reading(), ticket))
    else refuse(response, 'unknown-ticket')
  })
  router.get('/v1/events', needs('see-log'), async (request, response) => {
    const asked = page.safeParse(request.query)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const items = await log.read(asked.data.after, asked.data.limit)
    response.json({ items: items.map(withoutSecrets), total: office.state.seq })
  })

  router.use(json({ limit: LARGEST_BODY, type: () => true }))
  router.post('/v1/what-if', needs('try-what-if'), whatIfRoute(office, now))
  router.use('/v1', visitorBooking({ ...deps, moment }))
  router.use('/v1', phoneNumbers({ ...deps, moment }))
  router.use('/v1', bookingRoutes({ office, giveOrder, moment, actorOf, persons: deps.persons }))
  for (const [path, type] of ownWishes)
    router.post(`/v1/track/:token/${path}`, async (request: Request<{ token: string }>, response) => {
      if (!mayTrack(request)) return refuse(response, 'too-many')
      const ticketId = office.state.line.byToken.get(request.params.token)
      if (ticketId === undefined) return refuse(response, 'unknown-ticket')
      const answer = await giveOrder(
        visitorActor(ticketId),
        { type, ticketId },
        request.get('idempotency-key')?.slice(0, 128) ?? null,
        isLate(request),
      )
      if (!answer.ok) return refuse(response, answer.code, answer.details)
      response.json(trackView(reading(), request.params.token))
    })
  router.post('/v1/displays/:id/sound', (request, response) => {
    const { state } = z
      .object({ state: z.string().max(20) })
      .catch({ state: 'unknown' })
      .parse(request.body)
    const actor = actorOf(request)
    if (!actor) return refuse(response, 'not-signed-in')
    if (actor.screen !== request.params.id) return refuse(response, 'not-allowed')
    if (office.hallModel.hall.screens.some(({ id }) => id === request.params.id)) onSound(request.params.id, state)
    response.status(204).end()
  })
  router.use('/v1', orderRoutes(giveOrder, actorOf))
  return router
}

/** Tokens and codes open a visitor's own page, hashes tell that two visits are one person's: nobody else's business. */
const withoutSecrets = (event: LoggedEvent): unknown => {
  const {
    token: _,
    code: __,
    person: ___,
    identity: ____,
    tail: _____,
    ...open
  } = event as LoggedEvent & Record<'token' | 'code' | 'person' | 'identity' | 'tail', unknown>
  return open
}
