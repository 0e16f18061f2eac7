/** What the hall remembers about one queue, the last `KEPT` of each; minutes and ratios, nothing about people. */
export interface QueueMemory {
  /** Minutes of waiting per place in the line. */
  readonly perPlace: number[]
  /** Minutes for which one ticket kept a counter, whoever did not come included. */
  readonly taken: number[]
  /** (real wait + 3) ÷ (announced likeliest wait + 3). */
  readonly off: number[]
  /** Mean absolute error in minutes of each estimator, older visits fading away. */
  readonly error: { place: number; replay: number; seen: number }
}

/** By queue; it outlives the day. A fold of the log, so that a restart gives the same answers. */
export type WaitMemory = Map<string, QueueMemory>

/** What was reckoned when the number was taken; minutes. Kept in the event, so that every announcement can be judged later. */
export interface Forecast {
  readonly place: number
  readonly replay: number
  /** The one that was shown, with its range. */
  readonly shown: number
  readonly low: number
  readonly high: number
}

const KEPT = 150
const FADING = 0.02

export function memoryOf(memory: WaitMemory, queueId: string): QueueMemory {
  const known = memory.get(queueId)
  if (known) return known
  const fresh: QueueMemory = { perPlace: [], taken: [], off: [], error: { place: 0, replay: 0, seen: 0 } }
  memory.set(queueId, fresh)
  return fresh
}

/** A visitor without priority was called for the first time. */
export function learnWait(memory: WaitMemory, queueId: string, ahead: number, minutes: number, forecast: Forecast | null): void {
  const mine = memoryOf(memory, queueId)
  keep(mine.perPlace, Math.min(120, minutes / (ahead + 1)))
  if (forecast === null) return
  keep(mine.off, (minutes + 3) / (forecast.shown + 3))
  const share = Math.max(FADING, 1 / (mine.error.seen + 1))
  mine.error.place += share * (Math.abs(forecast.place - minutes) - mine.error.place)
  mine.error.replay += share * (Math.abs(forecast.replay - minutes) - mine.error.replay)
  mine.error.seen += 1
}

/** A ticket left its counter after so many minutes. */
export const learnService = (memory: WaitMemory, queueId: string, minutes: number): void =>
  keep(memoryOf(memory, queueId).taken, Math.min(240, Math.max(0, minutes)))

function keep(ring: number[], value: number): void {
  ring.push(value)
  if (ring.length > KEPT) ring.shift()
}
