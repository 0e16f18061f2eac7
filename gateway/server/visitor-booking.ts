import { nothingLive, plainReading } from '../views/plain-reading.ts'
import { type Request, type Response, Router } from 'express'
import { bookingWish, codeQuestion } from '../contract/appointments.ts'
import type { Command } from '../contract/commands.ts'
import { type Appointment, appointmentOf } from '../domain/appointments/state.ts'
import type { Moment } from '../domain/decision.ts'
import type { Office } from '../office/office.ts'
import type { PersonKeys } from '../store/person-keys.ts'
import { appointmentView, bookingView } from '../views/appointment-view.ts'
import { visitorActor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { type Booker, bookingBounds } from './booking-bounds.ts'
import { faultsOf } from './error-body.ts'
import { tailOf } from './tail-of.ts'
import { rateLimit } from './rate-limit.ts'
import type { StrangerGuards } from './stranger-guards.ts'

export interface VisitorBookingDeps extends Pick<StrangerGuards, 'addressOf' | 'devices' | 'guesses' | 'monotonic'> {
  office: Office
  giveOrder: GiveOrder
  moment: () => Moment
  /** Recognises who books, without keeping who it is. */
  persons: PersonKeys
}
const LOOKS_A_MINUTE = 600
const WISHES_A_MINUTE = 60

/** Bookings by phone, for anybody. Codes travel in bodies, never in addresses; guesses and places are bounded. */
export function visitorBooking(deps: VisitorBookingDeps): Router {
  const { office, giveOrder, moment, persons, addressOf, devices, guesses, monotonic } = deps
  const router = Router()
  const mayLook = rateLimit(LOOKS_A_MINUTE, monotonic)
  const mayWish = rateLimit(WISHES_A_MINUTE, monotonic)
  const { booking } = office.hallModel.hall
  const bounds = booking && bookingBounds(booking, monotonic)
  // Of its own: whoever throws his phone's number away to book finds the same bound when he confirms.
  const confirmations = booking && bookingBounds(booking, monotonic)
  const keyOf = (request: Request): string | null => request.get('idempotency-key')?.slice(0, 128) ?? null
  const visitorOf = (request: Request, response: Response): Booker => ({
    device: devices.meet(request, response),
    address: addressOf(request),
  })

  /** The appointment whose code a visitor tells; null = that is answered already: no such code, or too many guesses. */
  function asked(visitor: Booker, request: Request, response: Response): Appointment | null {
    const question = codeQuestion.safeParse(request.body)
    if (!question.success) {
      refuse(response, 'not-understood', faultsOf(question.error.issues))
      return null
    }
    const isSpent = guesses.isSpent(visitor, null)
    const one = isSpent ? null : appointmentOf(office.state.appointments, question.data.code)
    if (one) return one
    if (!isSpent) guesses.note(visitor, null)
    refuse(response, isSpent ? 'too-many-guesses' : 'unknown-code')
    return null
  }

  router.get('/booking', (request, response) => {
    if (!mayLook(addressOf(request))) return refuse(response, 'too-many')
    devices.meet(request, response)
    const view = bookingView(office.hallModel, office.state, moment())
    if (view) response.json(view)
    else refuse(response, 'booking-off')
  })
  router.use('/booking', (_, response, next) => {
    if (office.hallModel.hall.booking?.online) next()
    else refuse(response, 'booking-off')
  })
  router.post('/booking', async (request, response) => {
    const visitor = visitorOf(request, response)
    if (!mayWish(visitor.address)) return refuse(response, 'too-many')
    if (bounds?.mayBook(visitor) === false) return refuse(response, 'booked-enough')
    const wish = bookingWish.safeParse(request.body)
    if (!wish.success) return refuse(response, 'not-understood', faultsOf(wish.error.issues))
    const { mobile, agreed: _, ...rest } = wish.data
    const person = persons.hashesOf(mobile, moment().day)
    const tail = persons.hashesOf(tailOf(mobile), moment().day)
    const order: Command = { type: 'book-appointment', ...rest, reference: null, code: null, person, tail }
    bounds?.note(visitor)
    const answer = await giveOrder(visitorActor(null), order, keyOf(request), isLate(request))
    if (answer.ok) return void response.status(201).json(answer.body)
    bounds?.takeBack(visitor)
    refuse(response, answer.code, answer.details)
  })
  router.post('/booking/find', (request, response) => {
    const one = asked(visitorOf(request, response), request, response)
    if (one)
      response.json(
        appointmentView(
          plainReading({ hallModel: office.hallModel, state: office.state, now: moment().now, live: nothingLive }),
          one,
        ),
      )
  })
  router.post('/booking/confirm', async (request, response) => {
    const visitor = visitorOf(request, response)
    if (!mayWish(visitor.address)) return refuse(response, 'too-many')
    const one = asked(visitor, request, response)
    if (!one) return
    const isHeld = one.state === 'booked' && one.confirmBy !== null
    if (isHeld && confirmations?.mayBook(visitor) === false) return refuse(response, 'booked-enough')
    if (isHeld) confirmations?.note(visitor)
    const answer = await giveOrder(
      visitorActor(null),
      { type: 'confirm-appointment', code: one.code },
      keyOf(request),
      isLate(request),
    )
    if (answer.ok) return void response.json(answer.body)
    if (isHeld) confirmations?.takeBack(visitor)
    refuse(response, answer.code, answer.details)
  })
  router.post('/booking/cancel', async (request, response) => {
    const one = asked(visitorOf(request, response), request, response)
    if (!one) return
    const answer = await giveOrder(
      visitorActor(null),
      { type: 'cancel-appointment', code: one.code },
      keyOf(request),
      isLate(request),
    )
    if (answer.ok) response.json(answer.body)
    else refuse(response, answer.code, answer.details)
  })
  return router
}
