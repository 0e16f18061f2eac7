import type { CityReport } from '../contract/city.ts'
import { reportRow } from '../domain/reports/report-row.ts'
import { type Span, spanOf } from '../domain/reports/span.ts'
import { type Sum, addSum } from '../domain/reports/sum.ts'
import type { HallCopy } from './hall-copy.ts'
import type { CityPlaces } from './read-city-file.ts'

/** Where no hall says what it promises. */
const USUAL_PROMISE = { minutes: 30, limit: 60 }

/** A stretch of days over all halls: a row for each, by the same code as a hall's own report, and all of them as one. */
export function cityReport(halls: readonly HallCopy[], city: CityPlaces, span: Span): CityReport {
  const isIn = ({ day }: { day: string }): boolean => day >= span.from && day <= span.until
  const nameOf = ({ id, model }: HallCopy): string =>
    city.halls.find((one) => one.id === id)?.name ?? model?.hall.name ?? id
  const promise = halls.find(({ model }) => model !== null)?.model?.hall.waitPromise ?? USUAL_PROMISE
  const whole: Sum = {}
  const rows: CityReport['rows'] = []
  const missing: string[] = []
  for (const hall of halls) {
    const days = hall.over.filter(isIn)
    const counted = days.filter(({ sum }) => sum !== null)
    if (counted.length === 0 || hall.isUnfit) {
      missing.push(nameOf(hall))
      continue
    }
    const sum = counted.reduce<Sum>((added, day) => addSum(added, day.sum ?? {}), {})
    addSum(whole, sum)
    const row = reportRow(hall.id, nameOf(hall), sum, hall.model?.hall.waitPromise ?? promise)
    rows.push({ ...row, days: new Set(counted.map(({ day }) => day)).size })
  }
  const all = [...new Set(halls.flatMap(({ over }) => over.map(({ day }) => day)))].toSorted()
  const nearest = (day: string | undefined): string | null => (day === undefined ? null : spanOf(span.span, day).at)
  return {
    ...span,
    previousAt: nearest(all.findLast((day) => day < span.from)),
    nextAt: nearest(all.find((day) => day > span.until)),
    promise,
    rows: rows.toSorted((one, other) => other.taken - one.taken),
    whole: reportRow('', city.name, whole, promise),
    missing,
  }
}

/** The newest day that is over anywhere; null = none is. */
export const newestDay = (halls: readonly HallCopy[]): string | null =>
  halls
    .flatMap(({ over }) => over.map(({ day }) => day))
    .toSorted()
    .at(-1) ?? null
