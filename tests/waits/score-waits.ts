import { configuredEstimate } from '../../gateway/domain/waits/configured-estimate.ts'
import { learnPlacePace, placeEstimate } from '../../gateway/domain/waits/place-estimate.ts'
import { learnQueueHistory } from '../../gateway/domain/waits/queue-history.ts'
import { median } from '../../gateway/domain/waits/quantile.ts'
import { shownRange } from '../../gateway/domain/waits/shown-range.ts'
import type { ServedVisit, WaitBand } from '../../gateway/domain/waits/visit.ts'
import { fitWaitModel, predictWaits } from '../../gateway/domain/waits/wait-model.ts'

export interface Score {
  n: number
  mae: number
  bias: number
  within5: number
  within10: number
  coverage80: number | null
  /** Mean width of the shown range in minutes. */
  width80: number | null
  /** Half of the shown ranges are no wider than this, minutes. */
  medianWidth: number | null
  maeB0: number
  skill: number
}

/** Queues that have fewer visits in the history are not scored. */
const LEAST_ROWS = 30

/** Fits on the history, scores on the test (DOMAIN.md 3): the learned model, and each simple estimator beside it. */
export function scoreWaits(
  history: readonly ServedVisit[],
  test: readonly ServedVisit[],
): Score & { estimators: Record<string, Score> } {
  const rows = new Map<string, number>()
  for (const { queueId } of history) rows.set(queueId, (rows.get(queueId) ?? 0) + 1)
  const scored = test.map(({ queueId }) => (rows.get(queueId) ?? 0) >= LEAST_ROWS)
  const model = predictWaits(fitWaitModel(history), test)
  const pace = learnPlacePace(history)
  const { habits } = learnQueueHistory(history)
  const point = (estimate: (visit: ServedVisit) => number): WaitBand[] =>
    test.map((visit) => ({ minutes: estimate(visit), low: Number.NaN, high: Number.NaN }))
  const of = (bands: readonly WaitBand[]): Score =>
    scoreOf(
      test.filter((_, row) => scored[row]),
      bands.filter((_, row) => scored[row]),
    )
  return {
    ...of(model),
    estimators: {
      learned: of(model),
      E1: of(point((visit) => placeEstimate(pace, visit))),
      LES: of(point(({ lastWait }) => lastWait)),
      HOL: of(point(({ headWait }) => headWait)),
      throughput: of(point(({ recentIntercall, ahead }) => Math.min(300, recentIntercall * (ahead + 1)))),
      historicMedian: of(point(({ queueId }) => habits.get(queueId)?.wait ?? 20)),
      B0: of(point(configuredEstimate)),
    },
  }
}

function scoreOf(test: readonly ServedVisit[], bands: readonly WaitBand[]): Score {
  const n = test.length
  const share = (of: (off: number, row: number) => number): number =>
    test.reduce((sum, visit, row) => sum + of((bands[row]?.minutes ?? 0) - visit.wait, row), 0) / n
  const mae = share(Math.abs)
  const maeB0 = share((_, row) => Math.abs(configuredEstimate(test[row] as ServedVisit) - (test[row]?.wait ?? 0)))
  const shown = bands.map((band) =>
    Number.isNaN(band.low) ? null : shownRange({ shown: band.minutes, low: band.low, high: band.high }),
  )
  const told = shown.flatMap((range) => (range === null ? [] : [range.highMinutes - range.lowMinutes]))
  const hasBand = shown.some((range) => range !== null)
  const isInside = (row: number): boolean => {
    const wait = test[row]?.wait ?? 0
    const range = shown[row]
    return range !== null && range !== undefined && wait >= range.lowMinutes && wait <= range.highMinutes
  }
  const round = (value: number): number => Math.round(value * 10_000) / 10_000
  return {
    n,
    mae: round(mae),
    bias: round(share((off) => off)),
    within5: round(share((off) => (Math.abs(off) <= 5 ? 1 : 0))),
    within10: round(share((off) => (Math.abs(off) <= 10 ? 1 : 0))),
    coverage80: hasBand ? round((share((_, row) => (isInside(row) ? 1 : 0)) * n) / told.length) : null,
    width80: hasBand ? round(told.reduce((sum, one) => sum + one, 0) / told.length) : null,
    medianWidth: hasBand ? median(told) : null,
    maeB0: round(maeB0),
    skill: round(1 - mae / maeB0),
  }
}
