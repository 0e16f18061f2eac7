import type { GradeCounts, RatingSource } from '../../contract/ratings.ts'

export interface Rating {
  stars: number
  /** When it was first given, epoch ms: a change counts from here. */
  at: number
  via: RatingSource
}
/** What a counter got today. */
export interface CounterRatings {
  counts: GradeCounts
  /** As the counter itself may see it: only whole fives, so that no single visitor's grade can be told by what changed. */
  shown: GradeCounts
}
export interface RatingsState {
  /** Grades of today, by ticket. */
  given: Map<string, Rating>
  /** Whose visit ended last, by counter. */
  lastServed: Map<string, string>
  byCounter: Map<string, CounterRatings>
  /** The last days with a grade, the newest last. */
  days: { day: string; counts: GradeCounts }[]
}

/** The counter's own line moves on by so many grades at once. */
export const SHOWN_BY = 5
const DAYS_KEPT = 30

export const noCounts = (): GradeCounts => [0, 0, 0, 0, 0]
export const countOf = (counts: Readonly<GradeCounts>): number => counts.reduce((sum, one) => sum + one, 0)
export const noRatings = (): RatingsState => ({
  given: new Map(),
  lastServed: new Map(),
  byCounter: new Map(),
  days: [],
})

/** Grades are of the day; only the sums of the days stay. */
export const nextDayRatings = ({ days }: RatingsState): RatingsState => ({
  ...noRatings(),
  days: days.slice(-DAYS_KEPT),
})
