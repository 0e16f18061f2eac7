import type { Columns } from './boosted-trees.ts'
import { configuredEstimate } from './configured-estimate.ts'
import { daysSoFar } from './day-so-far.ts'
import { placeEstimate } from './place-estimate.ts'
import { type QueueHistory, offsOf } from './queue-history.ts'
import type { ServedVisit } from './visit.ts'

export interface Featured {
  readonly columns: Columns
  readonly e1: Float32Array
}

/** The columns that the trees see, one row per visit: only what was known when the number was taken. */
export function featuresOf(history: QueueHistory, visits: readonly ServedVisit[]): Featured {
  const e1Of = (visit: ServedVisit) => placeEstimate(history.pace, visit)
  const soFar = daysSoFar(visits, e1Of)
  const e1 = Float32Array.from(visits, e1Of)
  const rows = visits.map((visit, row) => {
    const habit = history.habits.get(visit.queueId)
    const today = soFar[row]
    const places = visit.ahead + 1
    const [depth = 0, hour = 0, open = 0, officeHour = 0] = offsOf(history, visit)
    const estimate = e1[row] ?? 0
    const known = today?.off3 ?? Number.NaN
    return [
      ...[
        visit.minute,
        visit.ahead,
        visit.openCounters,
        visit.configuredMinutes,
        visit.recentIntercall,
        visit.lastWait,
        visit.headWait,
        visit.called,
      ],
      ...[estimate, configuredEstimate(visit), visit.recentIntercall * places],
      ...[
        visit.lastWait / estimate,
        visit.headWait / estimate,
        (visit.recentIntercall * places) / estimate,
        visit.headWait / places,
      ],
      ...[
        depth,
        hour,
        open,
        officeHour,
        estimate * Math.exp(depth),
        estimate * Math.exp(Number.isNaN(known) ? 0 : known * 0.6),
      ],
      ...[
        habit?.seen,
        habit?.wait,
        habit?.ahead,
        habit?.open,
        habit?.spread,
        habit?.low,
        habit?.high,
        habit?.intercall,
        habit?.share,
      ],
      ...[
        habit && visit.openCounters / habit.open,
        habit && visit.ahead / habit.ahead,
        habit && habit.lastMinute - visit.minute,
      ],
      ...[
        habit && (habit.work * places) / Math.max(1, visit.openCounters),
        habit && visit.recentIntercall / habit.intercall,
      ],
      ...[today?.pace20, today?.pace60, today?.pace150, today?.paceDay].map(
        (pace) => pace && Math.min(600, places / pace),
      ),
      ...[today?.off3, today?.off10, today?.offOffice, today?.lastKnownWait, today?.lastKnownAge, today?.sinceFirst],
      ...[today?.aheadBefore, today?.aheadOffice, today?.openBefore, today?.openOffice, today?.seen60],
    ]
  })
  const width = rows[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, feature) =>
    Float32Array.from(rows, (row) => row[feature] ?? Number.NaN),
  )
  return { columns, e1 }
}

/** Puts rows of several parts under each other. */
export const stacked = (parts: readonly Featured[]): Featured => ({
  columns: (parts[0]?.columns ?? []).map((_, feature) =>
    joined(parts.map((part) => part.columns[feature] as Float32Array)),
  ),
  e1: joined(parts.map((part) => part.e1)),
})

export function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
