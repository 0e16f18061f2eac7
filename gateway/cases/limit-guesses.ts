/** Wrong guesses of one key within a time; a right answer does not wipe them, or one known case would buy endless guesses. */
export function limitGuesses(
  most: number,
  withinMs: number,
  now: () => number,
): { isSpent(key: string): boolean; note(key: string): void } {
  const guesses = new Map<string, number[]>()
  const recent = (key: string): number[] => (guesses.get(key) ?? []).filter((at) => now() - at < withinMs)
  return {
    isSpent: (key) => recent(key).length >= most,
    note(key) {
      if (guesses.size > 10_000) for (const old of guesses.keys()) if (recent(old).length === 0) guesses.delete(old)
      guesses.set(key, [...recent(key), now()].slice(-most))
    },
  }
}
