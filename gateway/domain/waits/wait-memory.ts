/** What the hall remembers about one queue, the last of each; minutes and ratios, nothing about people. */
export interface QueueMemory {
  /** Minutes of waiting per place in the line. */
  readonly perPlace: number[]
  /** Minutes for which one ticket kept a counter; whoever did not come counts elsewhere. */
  readonly taken: number[]
  /** How far real waits lay from what was shown: log((real + 3) ÷ (shown + 3)) ÷ the spread of that forecast. */
  readonly off: number[]
  /** Mean distance of each estimator, |log((real + 3) ÷ (told + 3))|, older visits fading away; before the first, what is usual. */
  readonly error: { place: number; replay: number; seen: number }
  /** Counters that were usually open. */
  open: number
  /** Waits learnt so far: who works something out of the above knows by it whether it still holds. */
  seen: number
}

/** By queue; it outlives the day. A fold of the log, so that a restart gives the same answers. */
export type WaitMemory = Map<string, QueueMemory>

/** What was reckoned when the number was taken; minutes. Kept in the event, so that every announcement can be judged later. */
export interface Forecast {
  readonly place: number
  readonly replay: number
  /** Both mixed by their recent errors, what the hall learnt from its past days says, and the minute of the day; absent in old logs. */
  readonly mixed?: number
  readonly learnt?: number | null
  readonly minute?: number
  /** What was shown, with its range. */
  readonly shown: number
  readonly low: number
  readonly high: number
  /** How far it thought itself to be off (`spreadOf`), and how many counters were open; absent in old logs. */
  readonly spread?: number
  readonly open?: number
  /** People before it; absent in old logs. */
  readonly ahead?: number
}

const KEPT = 150
/** The band goes by the last hundred: a hall's day has many hours. */
const OFF_KEPT = 100
const HALL_OFF_KEPT = 300
const FADING = 0.05

/** The errors of all queues together, as in `QueueMemory`. */
export interface HallOff {
  readonly off: number[]
  seen: number
}

export function memoryOf(memory: WaitMemory, queueId: string): QueueMemory {
  const known = memory.get(queueId)
  if (known) return known
  const fresh = freshMemory()
  memory.set(queueId, fresh)
  return fresh
}

export const freshMemory = (): QueueMemory => ({
  perPlace: [],
  taken: [],
  off: [],
  error: { place: 0.35, replay: 0.3, seen: 0 },
  open: 0,
  seen: 0,
})

/** How far a forecast was off, in its own spreads: known of its queue, and of the hall for queues that have seen little. */
export function learnOff(memory: WaitMemory, hallOff: HallOff, queueId: string, minutes: number, told: Forecast): void {
  if (told.spread === undefined) return
  const off = distance(minutes, told.shown) / told.spread
  keep(memoryOf(memory, queueId).off, off, OFF_KEPT)
  keep(hallOff.off, off, HALL_OFF_KEPT)
  hallOff.seen += 1
}

/** A visitor without priority was called for the first time. */
export function learnWait(
  memory: WaitMemory,
  queueId: string,
  ahead: number,
  minutes: number,
  forecast: Forecast | null,
): void {
  const mine = memoryOf(memory, queueId)
  mine.seen += 1
  // Whoever found nobody before and was called at once tells nothing of a line; such visits are most of a first hour.
  if (ahead > 0) keep(mine.perPlace, Math.min(120, minutes / (ahead + 1)), KEPT)
  if (forecast === null) return
  const share = Math.max(FADING, 1 / (mine.error.seen + 10))
  mine.error.place += share * (Math.abs(distance(minutes, forecast.place)) - mine.error.place)
  mine.error.replay += share * (Math.abs(distance(minutes, forecast.replay)) - mine.error.replay)
  mine.error.seen += 1
  if (forecast.open !== undefined) mine.open += Math.max(FADING, 1 / mine.error.seen) * (forecast.open - mine.open)
}

/** A ticket left its counter after so many minutes. */
export const learnService = (memory: WaitMemory, queueId: string, minutes: number): void =>
  keep(memoryOf(memory, queueId).taken, Math.min(240, Math.max(0, minutes)), KEPT)

/** 0 = the same; three minutes are added so that short waits are not measured by the second. */
export const distance = (real: number, told: number): number => Math.log((real + 3) / (Math.max(0, told) + 3))

function keep(ring: number[], value: number, most: number): void {
  ring.push(value)
  if (ring.length > most) ring.shift()
}
