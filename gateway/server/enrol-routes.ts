import type { DatabaseSync } from 'node:sqlite'
import { type Request, Router, json } from 'express'
import {
  type EnrolOffer,
  codeTyped,
  enrolApproval,
  enrolQuestion,
  enrolWish,
  newNameBody,
  shownCode,
} from '../contract/enrolment.ts'
import type { Hall } from '../contract/hall.ts'
import type { Enrolments } from '../people/enrolments.ts'
import { type Actor, thePublic } from '../rights/actor.ts'
import { listDevices, renameDevice, revokeDevices } from '../store/enrolled-store.ts'
import { enrolPlaces } from './enrol-places.ts'
import { faultsOf } from './error-body.ts'
import { rateLimit } from './rate-limit.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'
import { fingerprintOf } from './trust-page.ts'
import type { AddressOf } from './visitor-address.ts'

export interface EnrolDoor {
  database: DatabaseSync
  enrolments: Enrolments
  hall: Hall
  actorOf: (request: Request) => Actor | null
  addressOf: AddressOf
  monotonic(): number
  now(): number
  /** Somebody may now do less, or more. */
  onChange(): void
  /** Resolves when the log has what was done. */
  recorded(): Promise<void>
  /** The local CA that devices are to trust (PEM); null = none of ours. */
  authority(): string | null
}

/** A page asks every few seconds; a hall's machines may come from one address. */
const ASKS_A_MINUTE = 1_200
const OFFERS_A_MINUTE = 30
/** Whoever keeps devices types codes; nobody tries them all. */
const CODES_A_MINUTE = 60

/** `/api/v1/enrol`: a machine shows a code and waits; who keeps devices finds it, lets it in at one place, takes it back. */
export function enrolRoutes(door: EnrolDoor): Router {
  const { database, enrolments, hall, actorOf, addressOf, monotonic, now, onChange, recorded, authority } = door
  const router = Router()
  const mayOffer = rateLimit(OFFERS_A_MINUTE, monotonic)
  const mayAsk = rateLimit(ASKS_A_MINUTE, monotonic)
  const mayType = rateLimit(CODES_A_MINUTE, monotonic)
  const keepers = requireRight(actorOf, 'keep-devices')
  const by = (request: Request): string => (actorOf(request) ?? thePublic).name
  router.use((_, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  router.use(json({ limit: '4kb', type: () => true }))

  router.post('/', (request, response) => {
    const wish = enrolWish.safeParse(request.body)
    if (!wish.success) return refuse(response, 'not-understood', faultsOf(wish.error.issues))
    const address = addressOf(request)
    const offer = mayOffer(address) ? enrolments.offer(wish.data, address) : null
    if (offer === null) return refuse(response, 'too-many')
    const own = authority()
    const answer: EnrolOffer = {
      ...offer,
      code: shownCode(offer.code),
      authority: own === null ? null : fingerprintOf(own),
    }
    response.status(201).json(answer)
  })
  router.post('/ask', (request, response) => {
    const asked = enrolQuestion.safeParse(request.body)
    if (!mayAsk(addressOf(request))) return refuse(response, 'too-many')
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    response.json(enrolments.ask(asked.data.secret))
  })

  router.post('/find', keepers, (request, response) => {
    const typed = codeTyped.safeParse(request.body)
    if (!mayType(by(request))) return refuse(response, 'too-many')
    const found = typed.success ? enrolments.find(typed.data.code) : null
    if (!found) return refuse(response, 'unknown-enrol-code')
    const places = enrolPlaces(hall, found.kind, found.wished, listDevices(database))
    response.json({ ...found, code: shownCode(found.code), places })
  })
  router.post('/approve', keepers, async (request, response) => {
    const asked = enrolApproval.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const found = enrolments.find(asked.data.code)
    if (!found) return refuse(response, 'unknown-enrol-code')
    const isPlace = enrolPlaces(hall, found.kind, null, []).some(({ id }) => id === asked.data.place)
    if (!isPlace) return refuse(response, 'unknown-place')
    const row = enrolments.approve(asked.data.code, asked.data.place, by(request))
    if (!row) return refuse(response, 'unknown-enrol-code')
    onChange()
    await recorded()
    response.json(row)
  })
  router.post('/refuse', keepers, async (request, response) => {
    const typed = codeTyped.safeParse(request.body)
    if (!typed.success || !enrolments.refuse(typed.data.code, by(request)))
      return refuse(response, 'unknown-enrol-code')
    await recorded()
    response.status(204).end()
  })
  router.get('/devices', keepers, (_, response) => {
    const items = listDevices(database)
    response.json({ items, total: items.length })
  })
  router.post('/devices/:id/name', keepers, async (request: Request<{ id: string }>, response) => {
    const asked = newNameBody.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
    const isThere = renameDevice(database, request.params.id, asked.data.name, by(request), now())
    if (!isThere) return refuse(response, 'unknown-device')
    await recorded()
    response.status(204).end()
  })
  router.post('/devices/:id/revoke', keepers, async (request: Request<{ id: string }>, response) => {
    const taken = revokeDevices(database, request.params.id, by(request), now())
    if (taken.length === 0) return refuse(response, 'unknown-device')
    onChange()
    await recorded()
    response.status(204).end()
  })
  return router
}
