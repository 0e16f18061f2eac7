import { type PlacePace, learnPlacePace, placeEstimate, shrink } from './place-estimate.ts'
import { median, quantile } from './quantile.ts'
import type { ServedVisit, Visit } from './visit.ts'

interface Habits {
  readonly seen: number
  readonly wait: number
  readonly ahead: number
  readonly open: number
  readonly spread: number
  readonly low: number
  readonly high: number
  readonly intercall: number
  readonly lastMinute: number
  /** Minutes per place and counter: wait × open ÷ (ahead + 1). */
  readonly work: number
  readonly share: number
}

/** What many days say about each queue: its pace and habits. */
export interface QueueHistory {
  readonly pace: PlacePace
  readonly habits: ReadonlyMap<string, Habits>
  /** log(wait ÷ E1) by queue and depth of the line, by queue and hour, by queue and counters open: shrunk to nothing while young. */
  readonly off: ReadonlyMap<string, number>
}

export const depthOf = (ahead: number): number => (ahead <= 0 ? 0 : Math.min(6, 1 + Math.floor(Math.log2(ahead))))
const cellsOf = (visit: Visit): string[] => [
  `${visit.queueId} depth ${depthOf(visit.ahead)}`,
  `${visit.queueId} hour ${Math.floor(visit.minute / 60)}`,
  `${visit.queueId} open ${Math.min(6, visit.openCounters)}`,
  `${visit.office} hour ${Math.floor(visit.minute / 60)}`,
]

export function learnQueueHistory(history: readonly ServedVisit[]): QueueHistory {
  const pace = learnPlacePace(history)
  const days = new Set(history.map(({ day }) => day)).size
  const habits = new Map(
    [...Map.groupBy(history, ({ queueId }) => queueId)].map(([id, of]): [string, Habits] => {
      const perPlace = of.map((visit) => visit.wait / (visit.ahead + 1))
      return [
        id,
        {
          seen: of.length / Math.max(1, days),
          wait: median(of.map(({ wait }) => wait)),
          ahead: of.reduce((sum, { ahead }) => sum + ahead, 0) / of.length,
          open: of.reduce((sum, { openCounters }) => sum + openCounters, 0) / of.length,
          spread: quantile(perPlace, 0.75) / Math.max(0.1, quantile(perPlace, 0.25)),
          low: quantile(perPlace, 0.25),
          high: quantile(perPlace, 0.75),
          intercall: median(of.map(({ recentIntercall }) => recentIntercall)),
          lastMinute: quantile(
            of.map(({ minute }) => minute),
            0.98,
          ),
          work: shrink(
            median(of.map((visit) => (visit.wait * Math.max(1, visit.openCounters)) / (visit.ahead + 1))),
            of.length,
            10,
          ),
          share: of.filter((visit) => visit.wait > 1.5 * placeEstimate(pace, visit)).length / of.length,
        },
      ]
    }),
  )
  const cells = new Map<string, { sum: number; seen: number }>()
  for (const visit of history) {
    const off = Math.max(-2.5, Math.min(2.5, Math.log((visit.wait + 1) / (placeEstimate(pace, visit) + 1))))
    for (const key of cellsOf(visit)) {
      const cell = cells.get(key) ?? { sum: 0, seen: 0 }
      cells.set(key, { sum: cell.sum + off, seen: cell.seen + 1 })
    }
  }
  const off = new Map([...cells].map(([key, cell]) => [key, cell.sum / (cell.seen + 10)]))
  return { pace, habits, off }
}

export const offsOf = (history: QueueHistory, visit: Visit): number[] =>
  cellsOf(visit).map((key) => history.off.get(key) ?? 0)
