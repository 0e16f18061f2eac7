import type { ReportHalf, ReportRow } from '../../contract/reports.ts'
import { figuresOf, shareWithin, waitedBelow, waitedFrom } from './figures.ts'
import { type Sum, valueOf } from './sum.ts'

export interface WaitPromise {
  readonly minutes: number
  readonly limit: number
}
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** 不满意 and worse. */
const BAD_UP_TO = 2

/** The figures of a part of the hall, by its name. */
export function reportRow(key: string, name: string, sum: Sum, promise: WaitPromise): ReportRow {
  const of = (measure: Parameters<typeof valueOf>[1]): number => valueOf(sum, measure)
  const mean = (ms: number, many: number): number | null => (many === 0 ? null : ms / many / MINUTE_MS)
  const { missedShare: _, leftShare: __, ...figures } = figuresOf(sum)
  return {
    key,
    name,
    ...figures,
    taken: of('taken'),
    called: of('called'),
    within: shareWithin(sum, promise.minutes),
    overLimit: waitedFrom(sum, promise.limit),
    finished: of('finished'),
    served: of('served'),
    missed: of('missed'),
    missedWaitMean: mean(of('missedWaitMs'), of('missed')),
    requeued: of('requeued'),
    left: of('left'),
    leftMean: mean(of('leftMs'), of('left')),
    transferred: of('transferred'),
    givenBack: of('givenBack'),
    openHours: of('openMs') / HOUR_MS,
    bad: (sum.stars ?? []).slice(0, BAD_UP_TO).reduce((total, one) => total + one, 0),
    grievances: of('grievances'),
    yellows: of('yellows'),
    reds: of('reds'),
    lightAnswers: of('lightAnswers'),
    told: of('told'),
    helps: of('helps'),
    helpsAnswered: of('helpsAnswered'),
    lists: of('lists'),
    slipFaults: of('slipFaults'),
    searches: of('searches'),
    searchesEmpty: of('searchesEmpty'),
  }
}

/** A half hour over so many days: counts are sums, how many waited is a mean. */
export const reportHalf = (half: number, sum: Sum, days: number, promise: WaitPromise): ReportHalf => ({
  half,
  taken: valueOf(sum, 'taken'),
  called: valueOf(sum, 'called'),
  below10: waitedBelow(sum, 0.1),
  below50: waitedBelow(sum, 0.5),
  below90: waitedBelow(sum, 0.9),
  overLimit: waitedFrom(sum, promise.limit),
  gone: valueOf(sum, 'missed') + valueOf(sum, 'left'),
  waiting: valueOf(sum, 'waitingMs') / (HOUR_MS / 2) / Math.max(1, days),
  load: figuresOf(sum).load,
})
