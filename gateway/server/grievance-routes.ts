import { createHash } from 'node:crypto'
import { type Request, type Response, Router, json } from 'express'
import { grievanceAddition, grievanceQuestion, grievanceWish } from '../contract/grievances.ts'
import { isOpenStage } from '../contract/grievance-clocks.ts'
import type { Moment } from '../domain/decision.ts'
import type { Grievance } from '../domain/grievances/state.ts'
import type { Office } from '../office/office.ts'
import type { GrievanceFiles } from '../store/grievance-files.ts'
import { newId } from '../time.ts'
import { grievanceView } from '../views/grievance-view.ts'
import { type Actor, visitorActor } from '../rights/actor.ts'
import type { Order } from '../rights/orders.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { bookingBounds } from './booking-bounds.ts'
import { faultsOf } from './error-body.ts'
import { isLate } from './order-age.ts'
import { rateLimit } from './rate-limit.ts'
import { refuse } from './refuse.ts'
import type { StrangerGuards } from './stranger-guards.ts'

export interface GrievanceDeps extends Pick<StrangerGuards, 'addressOf' | 'devices' | 'guesses' | 'monotonic'> {
  office: Office
  giveOrder: GiveOrder
  files: GrievanceFiles
  moment: () => Moment
  actorOf: (request: Request) => Actor | null
}

const TRIES_A_MINUTE = 60
/** Filed in a day by one phone, and by all phones behind one address: a whole hall may share one. */
const ADAY = { perPhone: 5, perAddress: 300 }
const MOST_ADDITIONS = 10

/** 投诉 and 办不成事, for anybody, followed by a code alone. Codes travel in bodies, never in addresses; guesses and filings are bounded. */
export function grievanceRoutes(deps: GrievanceDeps): Router {
  const { office, giveOrder, files, moment, actorOf, addressOf, devices, guesses, monotonic } = deps
  const router = Router()
  const small = json({ limit: '8kb', type: () => true })
  const mayTry = rateLimit(TRIES_A_MINUTE, monotonic)
  const bounds = bookingBounds(ADAY, monotonic)
  const keyOf = (request: Request): string | null => request.get('idempotency-key')?.slice(0, 128) ?? null
  const terminalAt = (request: Request): string | null => actorOf(request)?.terminal ?? null
  const byWhom = (request: Request): Actor =>
    (terminalAt(request) === null ? null : actorOf(request)) ?? visitorActor(null)
  router.use('/v1/grievances', (request, response, next) => {
    response.set('cache-control', 'no-store')
    if (request.method !== 'POST' || actorOf(request) !== null || mayTry(addressOf(request))) next()
    else refuse(response, 'too-many')
  })

  router.post('/v1/grievances', small, async (request, response) => {
    const terminal = terminalAt(request)
    const who = { device: terminal ?? devices.meet(request, response), address: terminal ?? addressOf(request) }
    const wish = grievanceWish.safeParse(request.body)
    if (!wish.success) return refuse(response, 'not-understood', faultsOf(wish.error.issues))
    const { kind, reasons, words, telephone, counterId, departmentId, token } = wish.data
    if (reasons.length === 0 && words === '') return refuse(response, 'grievance-empty')
    if (terminal === null && !bounds.mayBook(who)) return refuse(response, 'grievances-enough')
    // The same press gets the same case, and the same code.
    const key = keyOf(request)
    const grievanceId =
      key === null ? newId() : createHash('sha256').update(`${who.device}\n${key}`).digest('hex').slice(0, 32)
    const there = office.state.grievances.byId.get(grievanceId)
    if (there && !isOpenStage(there.stage)) return refuse(response, 'grievance-ended')
    if (terminal === null) bounds.note(who)
    const code = files.open(grievanceId, { words: words === '' ? null : words, telephone })
    const order: Order = {
      type: 'file-grievance',
      grievanceId,
      kind,
      via: terminal === null ? 'phone' : 'terminal',
      reasons,
      counterId,
      departmentId,
      ticketId: office.state.line.byToken.get(token ?? '') ?? null,
      hasWords: words !== '',
      hasContact: telephone !== null,
    }
    const answer = await giveOrder(byWhom(request), order, null, isLate(request))
    const filed = office.state.grievances.byId.get(grievanceId)
    if (answer.ok && filed) return void response.status(201).json({ code, settleBy: filed.settleBy })
    if (terminal === null) bounds.takeBack(who)
    if (!filed) files.forgetPerson(grievanceId)
    if (!answer.ok) refuse(response, answer.code, answer.details)
  })

  /** The case of a code; null = that is answered already: no such code, or too many guesses. */
  function asked(code: string, request: Request, response: Response): Grievance | null {
    const terminal = terminalAt(request)
    const guesser =
      terminal === null ? { device: devices.meet(request, response), address: addressOf(request) } : { terminal }
    if (guesses.isSpent(guesser, null)) {
      refuse(response, 'too-many-guesses')
      return null
    }
    const one = office.state.grievances.byId.get(files.idOf(code) ?? '') ?? null
    if (one) return one
    guesses.note(guesser, null)
    refuse(response, 'unknown-grievance')
    return null
  }
  const show = (response: Response, id: string): void => {
    const one = office.state.grievances.byId.get(id)
    if (!one) return refuse(response, 'unknown-grievance')
    const words = files.person(id)?.words ?? null
    response.json(grievanceView(office.hallModel, one, { words, answer: files.answer(id) }, moment().now))
  }

  router.post('/v1/grievances/find', small, (request, response) => {
    const question = grievanceQuestion.safeParse(request.body)
    if (!question.success) return refuse(response, 'not-understood', faultsOf(question.error.issues))
    const one = asked(question.data.code, request, response)
    if (one) show(response, one.id)
  })
  for (const [path, type] of [
    ['urge', 'urge-grievance'],
    ['withdraw', 'withdraw-grievance'],
  ] as const)
    router.post(`/v1/grievances/${path}`, small, async (request, response) => {
      const question = grievanceQuestion.safeParse(request.body)
      if (!question.success) return refuse(response, 'not-understood', faultsOf(question.error.issues))
      const one = asked(question.data.code, request, response)
      if (!one) return
      const answer = await giveOrder(byWhom(request), { type, grievanceId: one.id }, keyOf(request), isLate(request))
      if (answer.ok) show(response, one.id)
      else refuse(response, answer.code, answer.details)
    })
  router.post('/v1/grievances/add', small, async (request, response) => {
    const addition = grievanceAddition.safeParse(request.body)
    if (!addition.success) return refuse(response, 'not-understood', faultsOf(addition.error.issues))
    const one = asked(addition.data.code, request, response)
    if (!one) return
    const before = files.person(one.id)
    if (!before) return refuse(response, 'grievance-ended')
    if (before.additions.length >= MOST_ADDITIONS) return refuse(response, 'grievances-enough')
    const answer = await giveOrder(
      byWhom(request),
      { type: 'add-to-grievance', grievanceId: one.id },
      keyOf(request),
      isLate(request),
    )
    if (!answer.ok) return refuse(response, answer.code, answer.details)
    const { words } = addition.data
    files.change(one.id, (was) => ({ ...was, additions: [...was.additions, { at: moment().now, words }] }))
    show(response, one.id)
  })
  return router
}
