import { limitGuesses } from '../cases/limit-guesses.ts'

/** Who guesses: a phone as it is known (null = it brought no number of its own) behind an address, or a terminal that everybody uses. */
export type Guesser = { device: string | null; address: string } | { terminal: string }
export interface GuessGuard {
  /** `secret`: the receipt or code that is asked for; null = it is no key by itself. */
  isSpent(guesser: Guesser, secret: string | null): boolean
  /** A wrong guess. */
  note(guesser: Guesser, secret: string | null): void
}

const MINUTE = 60_000
const WITHIN_MS = 10 * MINUTE
const OF_ONE_PHONE = 10
/** All phones behind one address, or all visitors of one terminal. */
const OF_ONE_ADDRESS = 100
const OF_ONE_SECRET = { soon: 8, aDay: 40 } as const

/**
 * Wrong guesses are counted for the phone and for what is guessed at; the address has a wide bound of its own, so that one who guesses
 * locks out neither the hall behind the same proxy nor whoever stands at the same terminal next. `now`: monotonic, ms.
 */
export function guessGuard(now: () => number): GuessGuard {
  const atPhone = limitGuesses(OF_ONE_PHONE, WITHIN_MS, now)
  const atAddress = limitGuesses(OF_ONE_ADDRESS, WITHIN_MS, now)
  const soon = limitGuesses(OF_ONE_SECRET.soon, WITHIN_MS, now)
  const aDay = limitGuesses(OF_ONE_SECRET.aDay, 24 * 60 * MINUTE, now)
  // Phones without a number are one phone for each address: whoever throws his away gains nothing.
  const phoneOf = (guesser: Guesser): string | null =>
    'terminal' in guesser ? null : (guesser.device ?? `at ${guesser.address}`)
  const doorOf = (guesser: Guesser): string =>
    'terminal' in guesser ? `terminal ${guesser.terminal}` : guesser.address
  return {
    isSpent(guesser, secret) {
      const phone = phoneOf(guesser)
      return (
        (phone !== null && atPhone.isSpent(phone)) ||
        atAddress.isSpent(doorOf(guesser)) ||
        (secret !== null && (soon.isSpent(secret) || aDay.isSpent(secret)))
      )
    },
    note(guesser, secret) {
      const phone = phoneOf(guesser)
      if (phone !== null) atPhone.note(phone)
      atAddress.note(doorOf(guesser))
      if (secret === null) return
      soon.note(secret)
      aDay.note(secret)
    },
  }
}
