import { minuteAt } from '../../contract/hall-time.ts'
import type { HallModel } from '../hall-model.ts'

/**
 * At which hours how many of the counters at work are open: lunch in shifts, breaks. Learnt from the days before, by half hour of the
 * day in UTC, so that nothing here needs the hall's zone. A fold of the log; it outlives the day.
 */
export interface HoursAtWork {
  /** Share 0…1 of the counters at work that are open; null = not seen yet. */
  readonly present: (number | null)[]
  /** Minutes of today that counters were open, and open or paused. */
  today: { open: number[]; working: number[] }
  /** Until when `today` is counted, epoch ms; null = nothing yet. */
  countedTo: number | null
}

const HALVES = 48
const HALF_MS = 30 * 60_000
const FADING = 0.4
/** A half hour with fewer minutes at work says nothing. */
const LEAST = 30
/** Minutes for which those who are away now stay so, and bounds of what may be made of it. */
const SOON = 10
const SLOWEST = 0.3
const FASTEST = 3
/** Until a hall has shown its own: half of those at work are at table in turn. Minutes of the day in the hall. */
const TABLE = { from: 12 * 60, to: 13 * 60 + 30, present: 0.5 }
/** A hall without power for so long was not at work. */
const LONGEST_MS = 12 * 3_600_000

const noMinutes = (): HoursAtWork['today'] => ({
  open: new Array<number>(HALVES).fill(0),
  working: new Array<number>(HALVES).fill(0),
})
export const noHours = (): HoursAtWork => ({
  present: new Array<null>(HALVES).fill(null),
  today: noMinutes(),
  countedTo: null,
})

const halfOf = (at: number): number => Math.floor(at / HALF_MS) % HALVES

/** To be called before each change: since the last one so many counters were open, and so many open or paused. `at` epoch ms. */
export function countHours(hours: HoursAtWork, at: number, open: number, working: number): void {
  const { today } = hours
  const before = hours.countedTo ?? at
  for (let from = at - before > LONGEST_MS ? at : before; from < at; ) {
    const end = Math.min(at, (Math.floor(from / HALF_MS) + 1) * HALF_MS)
    const half = halfOf(from)
    today.open[half] = (today.open[half] ?? 0) + (open * (end - from)) / 60_000
    today.working[half] = (today.working[half] ?? 0) + (working * (end - from)) / 60_000
    from = end
  }
  hours.countedTo = at
}

/** A day is over: each half hour moves towards what it was today. */
export function closeHours(hours: HoursAtWork): void {
  for (let half = 0; half < HALVES; half++) {
    const working = hours.today.working[half] ?? 0
    if (working < LEAST) continue
    const share = (hours.today.open[half] ?? 0) / working
    const before = hours.present[half] ?? share
    hours.present[half] = before + FADING * (share - before)
  }
  hours.today = noMinutes()
  hours.countedTo = null
}

/** Share of the counters at work that are open at a time, as on the days before; null = not seen yet. `at` epoch ms. */
export const presentAt = (hours: HoursAtWork, at: number): number | null => hours.present[halfOf(at)] ?? null

/** As halls usually are; null = as now. A hall that is at table already knows better. */
const usualAt = (minute: number): number | null => (minute >= TABLE.from && minute < TABLE.to ? TABLE.present : null)

/**
 * How much faster (more than 1) or slower the hall will call at a time than now: by how many counters are open then on the days
 * before, against how many are open now. Soon, or where nothing has been seen, it is as now.
 */
export function paceAt(
  { hall }: Pick<HallModel, 'hall'>,
  hours: HoursAtWork,
  now: number,
  counters: readonly { state: 'open' | 'paused' | 'closed' }[],
): (later: number) => number {
  const open = counters.filter(({ state }) => state === 'open').length
  const working = open + counters.filter(({ state }) => state === 'paused').length
  if (open === 0) return () => 1
  return (later) => {
    if (later < SOON) return 1
    const at = now + later * 60_000
    const then = presentAt(hours, at) ?? usualAt(minuteAt(at, hall.timeZone))
    return then === null ? 1 : Math.max(SLOWEST, Math.min(FASTEST, (then * working) / open))
  }
}
