import { nothingLive, plainReading } from '../views/plain-reading.ts'
import { type Request, type Response, Router } from 'express'
import type { PersonKeys } from '../store/person-keys.ts'
import { tailOf } from './tail-of.ts'
import {
  appointmentBatch,
  appointmentCommands,
  appointmentRow,
  codeQuestion,
  tailQuestion,
} from '../contract/appointments.ts'
import { command } from '../contract/commands.ts'
import { type RefusalCode, statusOf, wordsOf } from '../contract/refusals.ts'
import type { Moment } from '../domain/decision.ts'
import type { Office } from '../office/office.ts'
import { appointmentView } from '../views/appointment-view.ts'
import type { Actor } from '../rights/actor.ts'
import { mayAsk } from '../rights/calls.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { isLate } from './order-age.ts'
import { errorBody, faultsOf } from './error-body.ts'

export interface BookingDeps {
  office: Office
  giveOrder: GiveOrder
  moment: () => Moment
  actorOf: (request: Request) => Actor | null
  /** Recognises the last four of a mobile, as it does who booked. */
  persons: PersonKeys
}

const moveQuestion = appointmentCommands[3].omit({ type: true })

/** Bookings by other systems and staff. Codes travel in bodies, never in addresses. */
export function bookingRoutes({ office, giveOrder, moment, actorOf, persons }: BookingDeps): Router {
  const router = Router()
  const reading = () =>
    plainReading({ hallModel: office.hallModel, state: office.state, now: moment().now, live: nothingLive })
  const say = (response: Response, code: RefusalCode, details: unknown = {}): void => {
    const language = response.req.get('accept-language')?.startsWith('en') ? 'en' : 'zh-Hans'
    response.status(statusOf(code)).json({ error: errorBody(code, details, language) })
  }
  const keyOf = (request: Request): string | null => request.get('idempotency-key')?.slice(0, 128) ?? null
  const allowed = (request: Request, response: Response): Actor | null => {
    const actor = actorOf(request)
    if (mayAsk(actor, 'see-appointments')) return actor
    say(response, actor ? 'not-allowed' : 'not-signed-in')
    return null
  }

  router.get('/appointments', (request, response) => {
    if (!allowed(request, response)) return
    const day = typeof request.query.day === 'string' ? request.query.day : moment().day
    const items = [...office.state.appointments.byId.values()]
      .filter((one) => one.day === day)
      .sort((one, other) => one.at - other.at)
    response.json({
      items: items.map((one) => appointmentView(reading(), one)),
      total: items.length,
    })
  })
  router.post('/appointments/find', (request, response) => {
    if (!allowed(request, response)) return
    const asked = tailQuestion.safeParse(request.body)
    if (!asked.success) return say(response, 'not-understood', faultsOf(asked.error.issues))
    const { last4, day = moment().day } = asked.data
    const tails = new Set(persons.hashesOf(tailOf(last4), moment().day))
    const items = [...office.state.appointments.byId.values()]
      .filter((one) => one.day === day && one.tail !== null && tails.has(one.tail))
      .sort((one, other) => one.at - other.at)
    response.json({ items: items.map((one) => appointmentView(reading(), one)), total: items.length })
  })
  router.post('/appointments/move', async (request, response) => {
    const actor = allowed(request, response)
    if (!actor) return
    const asked = moveQuestion.safeParse(request.body)
    if (!asked.success) return say(response, 'not-understood', faultsOf(asked.error.issues))
    const answer = await giveOrder(actor, { type: 'move-appointment', ...asked.data }, keyOf(request), isLate(request))
    if (answer.ok) response.json(answer.body)
    else say(response, answer.code, answer.details)
  })
  router.post('/appointments/cancel', async (request, response) => {
    const actor = allowed(request, response)
    if (!actor) return
    const asked = codeQuestion.safeParse(request.body)
    if (!asked.success) return say(response, 'not-understood', faultsOf(asked.error.issues))
    const answer = await giveOrder(
      actor,
      { type: 'cancel-appointment', code: asked.data.code },
      keyOf(request),
      isLate(request),
    )
    if (answer.ok) response.json(answer.body)
    else say(response, answer.code, answer.details)
  })
  router.post('/appointments', async (request, response) => {
    const actor = allowed(request, response)
    if (!actor) return
    const batch = appointmentBatch.safeParse(request.body)
    const rows: unknown[] = batch.success ? batch.data.appointments : [request.body]
    const answers = await Promise.all(
      rows.map(async (raw, nth) => {
        const row = appointmentRow.safeParse(raw)
        if (!row.success)
          return {
            nth: nth + 1,
            reference: null,
            code: 'not-understood' as const,
            details: faultsOf(row.error.issues),
            body: null,
          }
        const order = command.parse({ type: 'book-appointment', ...row.data })
        const key = keyOf(request)
        const own = key === null ? null : `${key}/${nth}`.slice(0, 128)
        const answer = await giveOrder(actor, order, own, isLate(request))
        const { reference } = row.data
        return answer.ok
          ? { nth: nth + 1, reference, code: null, details: {}, body: answer.body }
          : { nth: nth + 1, reference, code: answer.code, details: answer.details, body: null }
      }),
    )
    const [only] = answers
    if (!batch.success && only) {
      if (only.code === null) response.status(201).json(only.body)
      else say(response, only.code, only.details)
      return
    }
    const refused = answers.flatMap(({ nth, reference, code, details }) =>
      code === null ? [] : [{ nth, reference, code, message: wordsOf(code, 'zh-Hans', details), details }],
    )
    response.json({
      items: answers.flatMap(({ body, reference }) => (body === null ? [] : [{ reference, appointment: body }])),
      total: answers.length - refused.length,
      // What was there before is no news; the same table twice brings none.
      fresh: answers.filter(({ body }) => (body as { isNew?: boolean } | null)?.isNew === true).length,
      refused,
    })
  })
  return router
}
