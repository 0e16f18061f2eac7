export interface ClockDoubt {
  /** Epoch ms, when the doubt came up. */
  hallSays: number
  clockSays: number
  /** The day by the doubted clock. */
  day: string
}

/** What the log knows of time; epoch ms, null = nothing yet. It outlives the day. */
export interface ClockState {
  /** When the newest event was written, and the newest that is of another moment. */
  newestAt: number | null
  previousAt: number | null
  /** When the last event before the present day was written: a clock that says less than this is wrong for certain. */
  dayOpenedAfter: number | null
  doubt: ClockDoubt | null
}
export const noClock = (): ClockState => ({ newestAt: null, previousAt: null, dayOpenedAfter: null, doubt: null })

/** Events that were written in one moment count as one: a day that opens expires what was open in the same moment. */
export function noteTime(clock: ClockState, at: number): void {
  if (at === clock.newestAt) return
  clock.previousAt = clock.newestAt
  clock.newestAt = at
}
