import { forgetfulMap } from '../work/forgetful-map.ts'

const MOST_KEYS = 20_000

/**
 * Wrong guesses of one key within a time; a right answer does not wipe them, or one known case would buy endless guesses. `now`:
 * monotonic, ms.
 */
export function limitGuesses(
  most: number,
  withinMs: number,
  now: () => number,
): { isSpent(key: string): boolean; note(key: string): void } {
  const guesses = forgetfulMap<number[]>(MOST_KEYS)
  const recent = (key: string): number[] => (guesses.get(key) ?? []).filter((at) => now() - at < withinMs)
  return {
    isSpent: (key) => recent(key).length >= most,
    note: (key) => guesses.set(key, [...recent(key), now()].slice(-most)),
  }
}
