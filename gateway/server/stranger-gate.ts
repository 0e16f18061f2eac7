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

/**
 * A terminal that opens keeps two thousand guides for the hour in which the gateway is away, and all terminals and phones of a hall may share one
 * address. Faces and scripts do not count: they are many, small and never change.
 */
const A_MINUTE = 30_000
const isFile = (path: string): boolean => path.startsWith('/assets/')
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
    const mayCome = isFile(request.path) || mayAsk(address)
    if (mayCome && line.enter(address, () => isHere() && next())) return
    if (held >= MOST_HELD) return void request.destroy()
    held += 1
    setTimeout(() => {
      held -= 1
      if (isHere()) refuse(response, 'too-many')
    }, HELD_MS)
  }
}
