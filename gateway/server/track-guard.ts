import { rateLimit } from './rate-limit.ts'

/** Whether this visitor may ask for this number now; the same over HTTP and over the socket. */
export type TrackGuard = (address: string, token: string, isKnown: boolean) => boolean

const GUESSES_A_MINUTE = 30
const LOOKS_A_MINUTE = 240

/**
 * Guesses count for the address, looks at a number that exists for that number: whoever shares an address with one who guesses still
 * sees his own. `now`: monotonic, ms.
 */
export function trackGuard(now: () => number): TrackGuard {
  const mayGuess = rateLimit(GUESSES_A_MINUTE, now)
  const mayLook = rateLimit(LOOKS_A_MINUTE, now)
  return (address, token, isKnown) => (isKnown ? mayLook(token) : mayGuess(address))
}
