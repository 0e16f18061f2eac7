import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import { MADE_AT_HEADER, TICKS_HEADER, readTicks, sayTicks } from '../contract/order-age.ts'
import { ORDER_LIFETIME_MS } from '../contract/order-lifetime.ts'
import { refuse } from './refuse.ts'

const bounds = new WeakMap<object, () => boolean>()
const never = (): boolean => false

/**
 * Whether an order over HTTP has become too old by now; asked again in the turn that decides, for it may have waited until then. One without an age
 * never is.
 */
export const isLate = (request: object): (() => boolean) => bounds.get(request) ?? never

/**
 * Says this run's ticks in each answer, and turns away orders that were pressed longer ago than an order lives, or before this run began. One with a
 * key goes on to the office: its answer may be remembered. `ticks`: monotonic milliseconds.
 */
export function ageOrders(ticks: () => number): RequestHandler {
  const run = randomBytes(8).toString('hex')
  return (request, response, next) => {
    response.set(TICKS_HEADER, sayTicks({ run, ticks: ticks() }))
    const said = request.get(MADE_AT_HEADER)
    if (said === undefined || request.method === 'GET' || request.method === 'HEAD') return next()
    const made = readTicks(said)
    const late = (): boolean => made === null || made.run !== run || ticks() - made.ticks > ORDER_LIFETIME_MS
    bounds.set(request, late)
    if (request.get('idempotency-key') === undefined && late()) return refuse(response, 'not-sent')
    next()
  }
}
