import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { addDays, epochOf, weekdayOf } from '../contract/hall-time.ts'
import type { SumRow } from '../domain/reports/sum-row.ts'
import type { DaySums } from '../store/day-sums.ts'

/** One day of the sample hall's past, as it is shipped: it has a weekday and no date. */
export interface PastDay {
  readonly weekday: number
  readonly rows: readonly SumRow[]
}

const FRIDAY = 5

/**
 * Gives the sample hall working days that it never had, each as one of the same weekday was played; a moved working day is like a Friday.
 * `days`: the last ones before its first day, newest first; more than there are played get nothing. They are figures only and stand in no log.
 */
export function bringPast(sums: DaySums, file: string, days: readonly string[], timeZone: string): void {
  const past = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as PastDay[]
  const left = Map.groupBy(past, ({ weekday }) => weekday)
  let first = 0
  for (const day of days) {
    const one = left.get(Math.min(FRIDAY, weekdayOf(day)))?.pop()
    if (!one) continue
    first -= 1
    const closedAt = epochOf(addDays(day, 1), '00:00', timeZone)
    sums.put({ first, last: first, hash: '', day, closedAt }, one.rows)
  }
}
