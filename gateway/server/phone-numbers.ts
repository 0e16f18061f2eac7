import { type Request, type Response, Router } from 'express'
import type { Command } from '../contract/commands.ts'
import { hallCodeShown, phoneWish } from '../contract/phone-numbers.ts'
import type { Moment } from '../domain/decision.ts'
import type { Ticket } from '../domain/line/ticket.ts'
import type { Office } from '../office.ts'
import type { PersonKeys } from '../store/person-keys.ts'
import { phoneOfferView } from '../views/phone-offer-view.ts'
import { nothingLive, plainReading } from '../views/plain-reading.ts'
import { type Actor, visitorActor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { faultsOf } from './error-body.ts'
import { hallCode } from './hall-code.ts'
import { isLate } from './order-age.ts'
import { rateLimit } from './rate-limit.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'
import type { StrangerGuards } from './stranger-guards.ts'

export interface PhoneNumbersDeps extends Pick<StrangerGuards, 'addressOf' | 'devices' | 'monotonic'> {
  office: Office
  giveOrder: GiveOrder
  moment: () => Moment
  actorOf: (request: Request) => Actor | null
  /** Knows a phone again for the day, without keeping which it is. */
  persons: Pick<PersonKeys, 'hashesOf'>
  /** Where a phone reaches this gateway. */
  publicAddress(): string
}

/** A hall's phones may all come from one address. */
const LOOKS_A_MINUTE = 600
const TRIES_A_MINUTE = 120
/** One phone has no use for more. */
const TRIES_OF_ONE = 12

const ownTicket = ({ state }: Office, identity: string | null, number: string | undefined | null): Ticket | null =>
  [...(state.line.identities.get(identity ?? '') ?? [])]
    .flatMap((id) => state.line.tickets.get(id) ?? [])
    .find((ticket) => ticket.number === number) ?? null

/** Numbers by phone, for whoever is in the hall: the same rules as at a terminal, one live number for each phone and queue. */
export function phoneNumbers(deps: PhoneNumbersDeps): Router {
  const { office, giveOrder, moment, actorOf, persons, addressOf, devices, monotonic } = deps
  const router = Router()
  const code = hallCode(monotonic)
  const mayLook = rateLimit(LOOKS_A_MINUTE, monotonic)
  const mayTry = rateLimit(TRIES_A_MINUTE, monotonic)
  const mayTryOne = rateLimit(TRIES_OF_ONE, monotonic)
  const { hall } = office.hallModel

  /** The phone as it is known; null = it was answered already: too often, or it keeps no number of its own. */
  function phoneOf(request: Request, response: Response): string | null {
    const device = devices.meet(request, response)
    if (!mayTry(addressOf(request)) || (device !== null && !mayTryOne(device))) refuse(response, 'too-many')
    else if (device === null) refuse(response, 'phone-unknown')
    else return device
    return null
  }

  router.use('/phone', (_, response, next) => {
    if (hall.phoneNumbers?.inHall) next()
    else refuse(response, 'phone-off')
  })
  router.get('/phone/code', requireRight(actorOf, 'see-hall-code'), (_, response) => {
    const { code: now, seconds } = code.current()
    // Behind the #: no address that is logged on the way holds it.
    response.json({ address: `${deps.publicAddress()}/take#${now}`, seconds })
  })
  router.get('/phone', (request, response) => {
    if (!mayLook(addressOf(request))) return refuse(response, 'too-many')
    devices.meet(request, response)
    const { hallModel, state } = office
    response.json(phoneOfferView(plainReading({ hallModel, state, now: moment().now, live: nothingLive })))
  })
  router.post('/phone/enter', (request, response) => {
    const device = phoneOf(request, response)
    if (device === null) return
    const shown = hallCodeShown.safeParse(request.body)
    if (!shown.success) return refuse(response, 'not-understood', faultsOf(shown.error.issues))
    if (!code.isFresh(shown.data.code)) return refuse(response, 'phone-code-old')
    response.json({ pass: code.passFor(device) })
  })
  router.post('/phone/tickets', async (request, response) => {
    const device = phoneOf(request, response)
    if (device === null) return
    const wish = phoneWish.safeParse(request.body)
    if (!wish.success) return refuse(response, 'not-understood', faultsOf(wish.error.issues))
    const { pass, ...what } = wish.data
    if (!code.isPass(pass, device)) return refuse(response, 'phone-code-old')
    const order: Command = {
      type: 'take-ticket',
      ...what,
      terminalId: null,
      priority: null,
      printer: 'none',
      identity: persons.hashesOf(`phone ${device}`, moment().day)[0] ?? null,
    }
    const key = request.get('idempotency-key')?.slice(0, 128) ?? null
    const answer = await giveOrder(visitorActor(null), order, key, isLate(request))
    const { number: held } = answer.ok ? { number: null } : (answer.details as { number?: string })
    // This phone's own number of that queue, which it has lost sight of.
    const own = !answer.ok && answer.code === 'duplicate' ? ownTicket(office, order.identity ?? null, held) : null
    if (own) return void response.json({ token: own.token, number: own.number })
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    const { token, number } = answer.body as { token: string; number: string }
    response.status(201).json({ token, number })
  })
  return router
}
