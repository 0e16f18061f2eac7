import { median } from './quantile.ts'
import type { ServedVisit, Visit } from './visit.ts'

/** Rows at which the queue's own history weighs as much as that of its office. */
const YOUNG = 6

/** E1: minutes per place in the line, learnt by queue, shrunk to its office and the whole hall while young. */
export interface PlacePace {
  readonly byQueue: ReadonlyMap<string, number>
  readonly byOffice: ReadonlyMap<string, number>
  readonly all: number
}

export function learnPlacePace(history: readonly ServedVisit[]): PlacePace {
  const pace = (visits: readonly ServedVisit[]) => median(visits.map((visit) => visit.wait / (visit.ahead + 1)))
  const all = history.length > 0 ? pace(history) : 10
  const byOffice = new Map(
    [...Map.groupBy(history, (visit) => visit.office)].map(([id, visits]) => [
      id,
      shrink(pace(visits), visits.length, all),
    ]),
  )
  const byQueue = new Map(
    [...Map.groupBy(history, (visit) => visit.queueId)].map(([id, visits]) => [
      id,
      shrink(pace(visits), visits.length, byOffice.get(visits[0]?.office ?? '') ?? all),
    ]),
  )
  return { byQueue, byOffice, all }
}

/** (people ahead + 1) × minutes per place. */
export const placeEstimate = (pace: PlacePace, visit: Pick<Visit, 'queueId' | 'office' | 'ahead'>): number =>
  (visit.ahead + 1) * (pace.byQueue.get(visit.queueId) ?? pace.byOffice.get(visit.office) ?? pace.all)

export const shrink = (own: number, seen: number, to: number, young = YOUNG): number =>
  seen === 0
    ? to
    : Math.exp((Math.log(Math.max(own, 0.05)) * seen + Math.log(Math.max(to, 0.05)) * young) / (seen + young))
