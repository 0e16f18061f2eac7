import { weekdayOf } from '../../contract/hall-time.ts'
import { median } from '../waits/quantile.ts'
import { waitedBelow } from './figures.ts'
import { type Sum, addSum, valueOf } from './sum.ts'
import type { Halves } from './usual-day.ts'

/** What the past days say about one queue at one hour of one weekday. */
export interface StaffingAdvice {
  readonly queueId: string
  /** 1 = Monday. */
  readonly weekday: number
  /** Full hour of the day, 10 = 10:00–11:00. */
  readonly hour: number
  /** So many more counters. */
  readonly counters: number
  /** Nine in ten waited less than so many minutes, in the middle of those days. */
  readonly below90: number
  /** The days on which it was too long, oldest first, and of how many. */
  readonly days: readonly string[]
  readonly of: number
}

/** The last so many days of a weekday are looked at; fewer than `FEWEST` say nothing. */
const WEEKS = 8
const FEWEST = 4
/** On so many of them it must have been too long. */
const SHARE = 0.75
/** Fewer people in an hour are chance. */
const LEAST_CALLED = 5
/** More than so much of their time clerks are not with a visitor: what is left is what keeps a line short. */
const WANTED_LOAD = 0.85
const MOST_COUNTERS = 5
const HOUR_MS = 3_600_000

/**
 * At which hours of which weekdays a queue wants more counters: on three of four of its last days nine in ten did not come in within
 * the promise. How many: what the work of those who came then, and of those who already stood there, asks for beyond what was open.
 * The worst first. `promise` in minutes.
 */
export function staffingAdvice(
  days: readonly { readonly day: string; readonly queues: ReadonlyMap<string, Halves> }[],
  promise: number,
): StaffingAdvice[] {
  const advice: StaffingAdvice[] = []
  for (const [weekday, all] of Map.groupBy(days, ({ day }) => weekdayOf(day))) {
    const looked = all.toSorted((one, other) => one.day.localeCompare(other.day)).slice(-WEEKS)
    if (looked.length < FEWEST) continue
    const queues = new Set(looked.flatMap((one) => [...one.queues.keys()]))
    for (const queueId of queues)
      for (let hour = 0; hour < 24; hour++) {
        const one = hourAdvice(
          looked.map(({ day, queues }) => ({ day, halves: queues.get(queueId) ?? {} })),
          hour,
          promise,
        )
        if (one) advice.push({ queueId, weekday, hour, ...one })
      }
  }
  return advice.sort((one, other) => other.below90 * other.days.length - one.below90 * one.days.length)
}

function hourAdvice(
  days: readonly { day: string; halves: Halves }[],
  hour: number,
  promise: number,
): Pick<StaffingAdvice, 'counters' | 'below90' | 'days' | 'of'> | null {
  const late = days.flatMap(({ day, halves }) => {
    const sum = addSum(addSum({}, halves[2 * hour] ?? {}), halves[2 * hour + 1] ?? {})
    const below90 = waitedBelow(sum, 0.9)
    if (below90 === null || below90 <= promise || valueOf(sum, 'called') < LEAST_CALLED) return []
    return [{ day, below90, wanted: countersWanted(sum, halves[2 * hour - 1] ?? {}, wholeOf(halves)) }]
  })
  if (late.length < SHARE * days.length) return null
  const counters = Math.min(MOST_COUNTERS, Math.round(median(late.map(({ wanted }) => wanted))))
  if (counters < 1) return null
  const below90 = Math.round(median(late.map((one) => one.below90)))
  return { counters, below90, days: late.map(({ day }) => day), of: days.length }
}

/** Counters beyond those that were open, for the work that came in the hour and what stood there at its beginning. */
function countersWanted(hour: Sum, before: Sum, day: Sum): number {
  const each = valueOf(day, 'busyMs') / Math.max(1, valueOf(day, 'served') + valueOf(day, 'missed'))
  const stood = valueOf(before, 'waitingMs') / (HOUR_MS / 2)
  const work = (valueOf(hour, 'taken') + stood) * each
  return Math.ceil(work / HOUR_MS / WANTED_LOAD - valueOf(hour, 'openMs') / HOUR_MS)
}

const wholeOf = (halves: Halves): Sum => Object.values(halves).reduce<Sum>((sum, one) => addSum(sum, one), {})
