/** Wrong tries in a row of one number; times are epoch ms. */
export interface Tries {
  wrong: number
  lockedUntil: number
}
export const noTries: Tries = { wrong: 0, lockedUntil: 0 }

export const FREE_TRIES = 5
const FIRST_LOCK_MS = 60_000
const LONGEST_LOCK_MS = 60 * 60_000
/** Whoever forgot the password on Friday begins anew on Monday. */
const FORGOTTEN_AFTER_MS = 12 * 3_600_000

/** Five tries are free; then it waits a minute after each, and twice as long each time, an hour at the most. */
export function afterWrong(before: Tries, now: number): Tries {
  const isOld = before.lockedUntil > 0 && now - before.lockedUntil > FORGOTTEN_AFTER_MS
  const wrong = (isOld ? 0 : before.wrong) + 1
  if (wrong < FREE_TRIES) return { wrong, lockedUntil: isOld ? 0 : before.lockedUntil }
  return { wrong, lockedUntil: now + Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** (wrong - FREE_TRIES)) }
}
/** How many tries are left before it waits. */
export const triesLeft = ({ wrong }: Tries): number => Math.max(0, FREE_TRIES - wrong)
/** Whole minutes for which no try is taken; 0 = now. */
export const lockedMinutes = ({ lockedUntil }: Tries, now: number): number =>
  Math.max(0, Math.ceil((lockedUntil - now) / 60_000))
