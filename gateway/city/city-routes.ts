import { type Request, type Response, Router, json } from 'express'
import { z } from 'zod'
import { appointmentCommands } from '../contract/appointments.ts'
import type { CityBoard, CityReport, Quickest } from '../contract/city.ts'
import type { Actor } from '../rights/actor.ts'
import { type Call, mayAsk } from '../rights/calls.ts'
import { rateLimit } from '../server/rate-limit.ts'
import { refuse } from '../server/refuse.ts'
import type { AddressOf } from '../server/visitor-address.ts'

/** A hall's answer to an order; null = nobody there answers. */
export type HallAnswer = { ok: boolean; code?: string; body?: unknown } | null

export interface CityRoutesDeps {
  board(): CityBoard
  quickest(query: string, from: string | null): Quickest
  /** null = no day is over yet, or there is no such stretch. */
  report(span: string, at: string | null): CityReport | null
  /** Asks a hall, which decides. */
  order(hallId: string, body: { commandId: string; command: object }): Promise<HallAnswer>
  isHall(hallId: string): boolean
  /** Whoever asks may do this. */
  isLetIn(request: Request, call: Call): boolean
  actorOf(request: Request): Actor | null
  addressOf: AddressOf
  monotonic(): number
  newId(): string
}

const number = z.strictObject({ queueId: z.string().optional(), matterId: z.string().optional() })
const hour = appointmentCommands[0].pick({ matterId: true, queueId: true, day: true, clock: true })
/** Of the public, from one address. */
const QUESTIONS_A_MINUTE = 240

/** Whoever asks may do this, or hears why not. */
export function letIn(
  { isLetIn, actorOf }: Pick<CityRoutesDeps, 'isLetIn' | 'actorOf'>,
  call: Call,
): (request: Request, response: Response, next: () => void) => void {
  return (request, response, next) => {
    response.set('cache-control', 'no-store')
    if (isLetIn(request, call)) return next()
    refuse(response, actorOf(request) === null ? 'not-signed-in' : 'not-allowed')
  }
}
export const mayOf =
  (actorOf: CityRoutesDeps['actorOf'], isOpen: boolean): CityRoutesDeps['isLetIn'] =>
  (request, call) =>
    (isOpen && call !== 'send-to-halls') || mayAsk(actorOf(request), call)

/** `/api/v1/city`: the board, which hall is quickest, and a number or an hour at one of them. */
export function cityRoutes(deps: CityRoutesDeps): Router {
  const { board, quickest, report, order, isHall, addressOf, monotonic, newId } = deps
  const router = Router()
  const mayQuestion = rateLimit(QUESTIONS_A_MINUTE, monotonic)
  const small = json({ limit: '4kb', type: () => true })
  router.get('/board', letIn(deps, 'see-city'), (_, response) => void response.json(board()))
  for (const path of ['/reports/:span', '/reports/:span/:at'])
    router.get(path, letIn(deps, 'see-city'), (request: Request<{ span: string; at?: string }>, response) => {
      const found = report(request.params.span, request.params.at ?? null)
      if (found === null) refuse(response, 'not-found')
      else response.json(found)
    })
  router.get('/quickest', (request, response) => {
    if (!mayQuestion(addressOf(request))) return refuse(response, 'too-many')
    const { matter, from } = request.query
    const text = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 100) : null)
    response.set('cache-control', 'no-store').json(quickest(text(matter) ?? '', text(from)))
  })
  const asks =
    <T extends object>(what: z.ZodType<T>, commandOf: (asked: T) => object) =>
    async (request: Request<{ hallId: string }>, response: Response): Promise<void> => {
      const { hallId } = request.params
      const read = what.safeParse(request.body)
      if (!isHall(hallId)) return refuse(response, 'not-found')
      if (!read.success) return refuse(response, 'not-understood')
      const commandId = request.get('idempotency-key') ?? newId()
      const answer = await order(hallId, { commandId, command: commandOf(read.data) })
      if (answer === null) return refuse(response, 'not-answered')
      response.status(answer.ok ? 201 : 409).json(answer.ok ? answer.body : { error: answer })
    }
  router.post(
    '/halls/:hallId/tickets',
    letIn(deps, 'order-at-halls'),
    small,
    asks(number, ({ queueId = null, matterId = null }) => ({
      type: 'take-ticket',
      ...(matterId !== null ? { matterId } : { queueId }),
      // Whoever is elsewhere is not called before they have come.
      remote: true,
    })),
  )
  router.post(
    '/halls/:hallId/appointments',
    letIn(deps, 'order-at-halls'),
    small,
    asks(hour, (asked) => ({ type: 'book-appointment', ...asked })),
  )
  return router
}
