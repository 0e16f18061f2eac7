import { type Request, type Response, Router } from 'express'
import type { Command } from '../contract/commands.ts'
import { hallCodeShown, phoneWish } from '../contract/phone-numbers.ts'
import type { Moment } from '../domain/decision.ts'
import { isAbsent } from '../domain/line/arrival.ts'
import type { Ticket } from '../domain/line/ticket.ts'
import type { Office } from '../office/office.ts'
import type { PersonKeys } from '../store/person-keys.ts'
import { phoneOfferView } from '../views/phone-offer-view.ts'
import { nothingLive, plainReading } from '../views/plain-reading.ts'
import { trackView } from '../views/track-view.ts'
import { type Actor, visitorActor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { bookingBounds } from './booking-bounds.ts'
import { faultsOf } from './error-body.ts'
import { hallCode } from './hall-code.ts'
import { isLate } from './order-age.ts'
import { rateLimit } from './rate-limit.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'
import type { StrangerGuards } from './stranger-guards.ts'

export interface PhoneNumbersDeps
  extends Pick<StrangerGuards, 'addressOf' | 'devices' | 'guesses' | 'monotonic' | 'trackGuard'> {
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

/** Numbers that a phone, as it is known today, holds. */
const ownTickets = ({ state }: Office, identity: string | null): Ticket[] =>
  [...(state.line.identities.get(identity ?? '') ?? [])].flatMap((id) => state.line.tickets.get(id) ?? [])

/**
 * Numbers by phone. In the hall: the same rules as at a terminal, one live number for each phone and queue. From outside: a share of
 * the places, bounded for each phone and address; the hall's code, shown by the same phone, says that its holder has come.
 */
export function phoneNumbers(deps: PhoneNumbersDeps): Router {
  const { office, giveOrder, moment, actorOf, persons, addressOf, devices, guesses, monotonic } = deps
  const router = Router()
  const code = hallCode(monotonic)
  const mayLook = rateLimit(LOOKS_A_MINUTE, monotonic)
  const mayTry = rateLimit(TRIES_A_MINUTE, monotonic)
  const mayTryOne = rateLimit(TRIES_OF_ONE, monotonic)
  const { inHall = false, remote = null } = office.hallModel.hall.phoneNumbers ?? {}
  const bounds = remote && bookingBounds(remote, monotonic)
  const reading = () =>
    plainReading({ hallModel: office.hallModel, state: office.state, now: moment().now, live: nothingLive })
  const identityOf = (device: string): string | null => persons.hashesOf(`phone ${device}`, moment().day)[0] ?? null

  /** The phone as it is known; null = it was answered already: too often, or it keeps no number of its own. */
  function phoneOf(request: Request, response: Response): string | null {
    const device = devices.meet(request, response)
    if (!mayTry(addressOf(request)) || (device !== null && !mayTryOne(device))) refuse(response, 'too-many')
    else if (device === null) refuse(response, 'phone-unknown')
    else return device
    return null
  }

  /** Whether the code that was shown is the hall's; else it is answered. Wrong short ones are guesses, and those are counted. */
  function isInHall(request: Request, response: Response, device: string | null): boolean {
    const shown = hallCodeShown.safeParse(request.body)
    if (!shown.success) {
      refuse(response, 'not-understood', faultsOf(shown.error.issues))
      return false
    }
    const guesser = { device, address: addressOf(request) }
    const typed = shown.data.code.replace(/\s/g, '')
    const isSpent = code.isShort(typed) && guesses.isSpent(guesser, null)
    if (!isSpent && code.isFresh(typed)) return true
    if (!isSpent && code.isShort(typed)) guesses.note(guesser, null)
    refuse(response, isSpent ? 'too-many-guesses' : 'phone-code-old')
    return false
  }

  /** Numbers from outside that this phone holds: its holder is here now. */
  async function arrive(request: Request, device: string): Promise<{ token: string; number: string }[]> {
    const expected = ownTickets(office, identityOf(device)).filter(isAbsent)
    for (const { id } of expected)
      await giveOrder(
        visitorActor(id),
        { type: 'arrive-ticket', ticketId: id, number: null, terminalId: null },
        null,
        isLate(request),
      )
    return expected.map(({ token, number }) => ({ token, number }))
  }

  router.use('/phone', (_, response, next) => {
    if (inHall || remote !== null) next()
    else refuse(response, 'phone-off')
  })
  router.get('/phone/code', requireRight(actorOf, 'see-hall-code'), (_, response) => {
    const { code: now, short, seconds } = code.current()
    // Behind the #: no address that is logged on the way holds it.
    response.json({ address: `${deps.publicAddress()}/take#${now}`, short, seconds })
  })
  router.get('/phone', (request, response) => {
    if (!mayLook(addressOf(request))) return refuse(response, 'too-many')
    devices.meet(request, response)
    response.json(phoneOfferView(reading()))
  })
  router.post('/phone/enter', async (request, response) => {
    const device = phoneOf(request, response)
    if (device === null || !isInHall(request, response, device)) return
    response.json({ pass: code.passFor(device), arrived: await arrive(request, device) })
  })
  router.post('/phone/tickets', async (request, response) => {
    const device = phoneOf(request, response)
    if (device === null) return
    const wish = phoneWish.safeParse(request.body)
    if (!wish.success) return refuse(response, 'not-understood', faultsOf(wish.error.issues))
    const { pass, ...what } = wish.data
    const booker = { device, address: addressOf(request) }
    if (pass === null) {
      if (bounds === null) return refuse(response, 'remote-off')
      if (!bounds.mayBook(booker)) return refuse(response, 'remote-enough')
    } else if (!inHall) return refuse(response, 'phone-off')
    else if (!code.isPass(pass, device)) return refuse(response, 'phone-code-old')
    const order: Command = {
      type: 'take-ticket',
      ...what,
      terminalId: null,
      priority: null,
      printer: 'none',
      identity: identityOf(device),
      ...(pass === null ? { remote: true } : {}),
    }
    const key = request.get('idempotency-key')?.slice(0, 128) ?? null
    if (pass === null) bounds?.note(booker)
    const answer = await giveOrder(visitorActor(null), order, key, isLate(request))
    if (!answer.ok && pass === null) bounds?.takeBack(booker)
    const { number: held } = answer.ok ? { number: null } : (answer.details as { number?: string })
    // This phone's own number of that queue, which it has lost sight of.
    const own =
      !answer.ok && answer.code === 'duplicate'
        ? ownTickets(office, order.identity ?? null).find(({ number }) => number === held)
        : undefined
    if (own) return void response.json({ token: own.token, number: own.number })
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    const { token, number } = answer.body as { token: string; number: string }
    response.status(201).json({ token, number })
  })
  router.post('/track/:token/arrive', async (request: Request<{ token: string }>, response) => {
    const { token } = request.params
    const ticketId = office.state.line.byToken.get(token)
    if (!deps.trackGuard(addressOf(request), token, ticketId !== undefined)) return refuse(response, 'too-many')
    if (ticketId === undefined) return refuse(response, 'unknown-ticket')
    if (!isInHall(request, response, devices.meet(request, response))) return
    const order: Command = { type: 'arrive-ticket', ticketId, number: null, terminalId: null }
    const key = request.get('idempotency-key')?.slice(0, 128) ?? null
    const answer = await giveOrder(visitorActor(ticketId), order, key, isLate(request))
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    response.json(trackView(reading(), token))
  })
  return router
}
