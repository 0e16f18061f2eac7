/** Length of a step in which people in line are counted, ms. */
export const STEP_MS = 10 * 60_000

/** What the board tells of today and no number knows: how many stood in line when, and how long first calls took. */
export interface TodayState {
  /** Epoch ms up to which people in line were counted; null = nobody has stood there today. */
  countedUntil: number | null
  /** People in line × ms, by steps of ten minutes since the epoch. */
  waitingMs: Map<number, number>
  /** `waits[m]`: first calls after so many whole minutes. */
  waits: number[]
  /** The first call of each number: its fact, and its minute in `waits`. A call that is taken back leaves both. */
  firstCalls: Map<string, { seq: number; minute: number }>
}

export const nothingToday = (): TodayState => ({
  countedUntil: null,
  waitingMs: new Map(),
  waits: [],
  firstCalls: new Map(),
})
