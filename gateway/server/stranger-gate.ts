import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { refuse } from './refuse.ts'
import { rateLimit } from './rate-limit.ts'
import { strangerLine } from './stranger-line.ts'
import type { AddressOf } from './visitor-address.ts'

export interface GateDeps {
  addressOf: AddressOf
  hasToken(request: IncomingMessage): boolean
  /** Monotonic, ms. */
  now(): number
}

/** A page with all its files is some thirty requests; the phones of a whole hall may share one address. */
const A_MINUTE = 6_000
const IN_LINE = 500
const IN_LINE_OF_ONE = 100
/** Whoever asks too often hears so late: what repeats itself at once would only ask the more. */
const HELD_MS = 1_000
const MOST_HELD = 500

/** Everything that shows no token goes through here: one at a time, so often from one address, and nobody with a token waits for it. */
export function strangerGate({ addressOf, hasToken, now }: GateDeps): RequestHandler {
  const line = strangerLine({ most: IN_LINE, mostOfOne: IN_LINE_OF_ONE })
  const mayAsk = rateLimit(A_MINUTE, now)
  let held = 0
  return (request, response, next) => {
    if (hasToken(request)) return next()
    const address = addressOf(request)
    const isHere = (): boolean => !response.destroyed
    if (mayAsk(address) && line.enter(address, () => isHere() && next())) return
    if (held >= MOST_HELD) return void request.destroy()
    held += 1
    setTimeout(() => {
      held -= 1
      if (isHere()) refuse(response, 'too-many')
    }, HELD_MS)
  }
}
