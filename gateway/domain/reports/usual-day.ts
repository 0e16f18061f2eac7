import { quantile } from '../waits/quantile.ts'
import { waitedBelow } from './figures.ts'
import { type Sum, valueOf } from './sum.ts'

/** A day's sums by half hour of the day. */
export type Halves = Readonly<Record<number, Sum>>

/** What is usual: one in ten days lies below `low`, one in ten above `high`. */
export interface UsualBand {
  readonly low: number
  readonly middle: number
  readonly high: number
}
export interface UsualHalf {
  /** Half hour of the day, 18 = 09:00. */
  readonly half: number
  /** How many people stood in line, on average over the half hour. */
  readonly waiting: UsualBand
  /** Minutes that half of those who came then waited less than; null = too seldom anybody came. */
  readonly minutes: UsualBand | null
}

/** So many working days make what is usual. */
export const USUAL_DAYS = 20
const HALF_MS = 30 * 60_000
/** Fewer days say nothing. */
const FEWEST = 5

/**
 * The usual day by half hours, from the halves of the last working days (`USUAL_DAYS` of them; more are taken as they are given). A half
 * hour in which nobody waited counts as 0 people. [] = too few days.
 */
export function usualDay(days: readonly Halves[]): UsualHalf[] {
  if (days.length < FEWEST) return []
  const halves = [...new Set(days.flatMap((day) => Object.keys(day).map(Number)))].sort((one, other) => one - other)
  return halves.map((half) => {
    const minutes = days.flatMap((day) => waitedBelow(day[half] ?? {}, 0.5) ?? [])
    return {
      half,
      waiting: band(days.map((day) => valueOf(day[half] ?? {}, 'waitingMs') / HALF_MS)),
      minutes: minutes.length < FEWEST ? null : band(minutes),
    }
  })
}

const tenth = (value: number): number => Math.round(value * 10) / 10
const band = (values: readonly number[]): UsualBand => ({
  low: tenth(quantile(values, 0.1)),
  middle: tenth(quantile(values, 0.5)),
  high: tenth(quantile(values, 0.9)),
})
