/** What nobody foresaw: it has ended the work at hand, and the hall goes on. */
export interface Unexpected {
  /** `where`: which door, timer or listener broke. */
  note(error: unknown, where: string): void
  /** Since the start. */
  readonly count: number
}
export interface UnexpectedDeps {
  log(error: unknown, where: string): void
  /** For the board: true = something has happened, false = nothing for long. */
  show(isTroubled: boolean): void
  /** So many so fast that going on helps nobody; called once. */
  giveUp(): void
  /** Monotonic, ms. */
  now(): number
}

/** More than so many within a minute is no accident any more. */
const MOST = 50
const WITHIN_MS = 60_000
/** So long the board tells of it. */
export const SHOWN_MS = 30 * 60_000

/** Gathers what went wrong unforeseen. The log has the whole of it, the board that it was, and a flood ends the process in words. */
export function unexpected({ log, show, giveUp, now }: UnexpectedDeps): Unexpected & { look(): void } {
  let count = 0
  let recent: number[] = []
  let shown = false
  let gaveUp = false
  return {
    note(error, where) {
      count += 1
      const at = now()
      recent = [...recent.filter((one) => at - one < SHOWN_MS), at].slice(-MOST - 1)
      log(error, where)
      if (!shown) show(true)
      shown = true
      const first = recent[0] ?? at
      if (gaveUp || recent.length <= MOST || at - first > WITHIN_MS) return
      gaveUp = true
      giveUp()
    },
    /** Looks whether it is long ago. */
    look() {
      if (!shown || now() - (recent.at(-1) ?? 0) < SHOWN_MS) return
      shown = false
      show(false)
    },
    get count() {
      return count
    },
  }
}
