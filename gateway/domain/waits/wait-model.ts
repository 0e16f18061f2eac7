import { type Boosted, type TreeSettings, growTrees, predictTrees } from './boosted-trees.ts'
import { quantile } from './quantile.ts'
import { type QueueHistory, learnQueueHistory } from './queue-history.ts'
import type { ServedVisit, WaitBand } from './visit.ts'
import { type Featured, featuresOf, stacked } from './visit-features.ts'

/** Correction of E1 in minutes, by trees that were grown on what each day looked like to somebody who knew only the other days. */
export interface WaitModel {
  readonly history: QueueHistory
  readonly middle: readonly Boosted[]
  readonly below: Boosted
  readonly above: Boosted
  /** Factors on the distance from the middle to each end, so that four of five lie inside. */
  readonly stretch: { readonly low: number; readonly high: number }
}

const SETTINGS: TreeSettings = {
  trees: 150,
  rate: 0.05,
  leaves: 31,
  smallestLeaf: 60,
  rows: 0.6,
  columns: 0.2,
  quantile: 0.5,
  seed: 1,
}
/** Trees differ by chance; their mean differs less. */
const BAG = 4
/** Each side's share on days held back, where trees know only half of the days and err more: this gives four of five afterwards. */
const INSIDE = 0.875
const SIDE = { low: 0.1, high: 0.9 }
/** Rows of the newest days that are enough to learn from; more would only take longer. */
const MOST_ROWS = 120_000

/** The same history gives the same model. Refuses by throwing: a history of less than two days. */
export function fitWaitModel(all: readonly ServedVisit[]): WaitModel {
  const days = newestDays(all)
  if (days.length < 2) throw new Error('a wait model needs at least two days of history')
  const visits = days.flatMap(([, of]) => of)
  // What a day contributed to the history of its queue would give its own answer away.
  const parts = days.map(([day, of]) => featuresOf(learnQueueHistory(visits.filter((visit) => visit.day !== day)), of))
  const folds = Math.min(2, days.length)
  const held = Array.from({ length: folds }, (_, fold) => {
    const fits = grow(days, parts, (place) => place % folds !== fold, 1)
    return days.flatMap(([, of], place) =>
      place % folds === fold
        ? of.map((visit, row) => ({ visit, band: bandAt(fits, parts[place] as Featured, row) }))
        : [],
    )
  }).flat()
  const grown = grow(days, parts, () => true, BAG)
  return { ...grown, history: learnQueueHistory(visits), stretch: stretchFor(held) }
}

/** One band per visit, in their order. Of earlier visits of the same day it uses the wait once it is over, never before. */
export function predictWaits(model: WaitModel, visits: readonly ServedVisit[]): WaitBand[] {
  const featured = featuresOf(model.history, visits)
  return visits.map((_, row) => {
    const { minutes, low, high } = bandAt(model, featured, row)
    return {
      minutes,
      low: Math.max(0, minutes - model.stretch.low * (minutes - low)),
      high: minutes + model.stretch.high * (high - minutes),
    }
  })
}

type Grown = Pick<WaitModel, 'middle' | 'below' | 'above'>

function grow(days: readonly Day[], parts: readonly Featured[], isIn: (place: number) => boolean, bag: number): Grown {
  const { columns, e1 } = stacked(parts.filter((_, place) => isIn(place)))
  const visits = days.filter((_, place) => isIn(place)).flatMap(([, of]) => of)
  const target = Float32Array.from(visits, (visit, row) => visit.wait - (e1[row] ?? 0))
  const of = (change: Partial<TreeSettings>): Boosted => growTrees(columns, target, { ...SETTINGS, ...change })
  const middle = Array.from({ length: bag }, (_, seed) => of({ seed: seed + 1 }))
  return { middle, below: of({ quantile: SIDE.low, seed: 11 }), above: of({ quantile: SIDE.high, seed: 12 }) }
}

function bandAt(grown: Grown, { columns, e1 }: Featured, row: number): WaitBand {
  const estimate = e1[row] ?? 0
  const at = (trees: Boosted): number => Math.max(0, estimate + predictTrees(trees, columns, row))
  const minutes = grown.middle.reduce((sum, trees) => sum + at(trees), 0) / grown.middle.length
  return { minutes, low: Math.min(minutes, at(grown.below)), high: Math.max(minutes, at(grown.above)) }
}

/**
 * By how much the band must be stretched or drawn in, each side for itself, so that one in ten lies outside as shown (conformal:
 * judged on days that the trees had not seen; rounding outward to 5 is part of what is judged).
 */
function stretchFor(held: readonly { visit: ServedVisit; band: WaitBand }[]): WaitModel['stretch'] {
  const needLow = held.map(
    ({ visit, band }) =>
      (band.minutes - (Math.floor(visit.wait / 5) + 1) * 5 + 0.01) / Math.max(0.5, band.minutes - band.low),
  )
  const needHigh = held.map(
    ({ visit, band }) =>
      ((Math.ceil(visit.wait / 5) - 1) * 5 + 0.01 - band.minutes) / Math.max(0.5, band.high - band.minutes),
  )
  return { low: Math.max(0.1, quantile(needLow, INSIDE)), high: Math.max(0.1, quantile(needHigh, INSIDE)) }
}

type Day = readonly [string, ServedVisit[]]

function newestDays(all: readonly ServedVisit[]): Day[] {
  const days = [...Map.groupBy(all, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1))
  const kept = Math.max(2, Math.floor((MOST_ROWS * days.length) / Math.max(1, all.length)))
  return days.slice(-kept)
}
