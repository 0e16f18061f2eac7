export interface Patience {
  /** So long a question to the gateway may stay unanswered before the line counts as cut, milliseconds. */
  readonly ms: number
  answered(): void
  /** A question stayed unanswered. */
  doubted(): void
  /** Before the next knock, after so many in vain. */
  pauseAfter(failed: number): number
}

const USUAL_MS = 8_000
/** On a line so slow that the first views take longer than that, each try waits twice as long as the one before. */
const MOST_MS = 64_000
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5_000
/** Where another gateway may have the hall, and is knocked at in turn. */
const BESIDE_OTHERS = { usualMs: 4_000, longestPauseMs: 1_500 }
/** A gateway that takes the hall opens within a moment; and the whole hall must not knock in the same one. */
export const SOON_MS = 250

/** How long a page waits for its gateway. `hasOthers`: the hall has another one. */
export function patience(hasOthers: () => boolean): Patience {
  const usual = (): number => (hasOthers() ? BESIDE_OTHERS.usualMs : USUAL_MS)
  let doubts = 0
  return {
    get ms() {
      return Math.min(MOST_MS, usual() * 2 ** doubts)
    },
    answered() {
      doubts = 0
    },
    doubted() {
      doubts = Math.min(doubts + 1, 6)
    },
    pauseAfter(failed) {
      const longest = hasOthers() ? BESIDE_OTHERS.longestPauseMs : LONGEST_PAUSE_MS
      return Math.min(longest, FIRST_PAUSE_MS * 2 ** Math.min(failed, 5))
    },
  }
}
