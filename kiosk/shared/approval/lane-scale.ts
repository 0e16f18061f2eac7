import type { ApprovalView } from '../../../gateway/contract/approvals.ts'

export interface LaneColumn {
  /** First day of the column; a run of days off is one column. */
  readonly from: string
  readonly until: string
  readonly isOff: boolean
  /** Where it begins and how wide it is, in percent of the drawing. */
  readonly left: number
  readonly width: number
}
export interface LaneScale {
  readonly columns: readonly LaneColumn[]
  /** Where a day ends, in percent: nothing after the drawing. */
  endOf(day: string): number
  startOf(day: string): number
}

/** A day off takes as much room as a working day, a run of them at most two: working days are what is counted. */
export function laneScale(days: ApprovalView['days']): LaneScale {
  const runs: { from: string; until: string; isOff: boolean; size: number }[] = []
  for (const { day, isOff } of days) {
    const last = runs.at(-1)
    if (isOff && last?.isOff) Object.assign(last, { until: day, size: 2 })
    else runs.push({ from: day, until: day, isOff, size: 1 })
  }
  const total = Math.max(
    1,
    runs.reduce((sum, { size }) => sum + size, 0),
  )
  let at = 0
  const columns = runs.map(({ from, until, isOff, size }): LaneColumn => {
    const column = { from, until, isOff, left: (at / total) * 100, width: (size / total) * 100 }
    at += size
    return column
  })
  const columnOf = (day: string): LaneColumn | undefined =>
    columns.find(({ from, until }) => day >= from && day <= until) ??
    (day < (days[0]?.day ?? '') ? columns[0] : columns.at(-1))
  return {
    columns,
    endOf(day) {
      const column = columnOf(day)
      return column ? column.left + column.width : 0
    },
    startOf: (day) => columnOf(day)?.left ?? 0,
  }
}
