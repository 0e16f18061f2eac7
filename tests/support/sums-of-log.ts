import type { LoggedEvent } from '../../gateway/domain/events.ts'
import type { HallModel } from '../../gateway/domain/hall-model.ts'
import { placesData } from '../../gateway/domain/reports/hall-places.ts'
import type { SumRow } from '../../gateway/domain/reports/sum-row.ts'
import { countLists, measures } from '../../gateway/domain/reports/sum.ts'
import { sumLog } from '../../gateway/reports/sum-log.ts'
import type { DayPart, DaySums } from '../../gateway/store/day-sums.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { type Recount, measure } from './naive-recount.ts'

/** Sums in memory. */
export function memorySums(): DaySums {
  const kept = new Map<number, { part: DayPart; rows: readonly SumRow[] }>()
  const inOrder = () => [...kept.values()].sort((one, other) => one.part.first - other.part.first)
  return {
    parts: () => inOrder().map(({ part }) => part),
    rows: (day, kinds, withHalves) =>
      inOrder()
        .filter(({ part }) => part.day === day)
        .flatMap(({ rows }) => structuredClone(rows.filter(({ kind }) => kinds.includes(kind))))
        .map((row) => (withHalves ? row : { ...row, halves: {} })),
    put: (part, rows) => void kept.set(part.first, { part, rows }),
    forget: (parts) => {
      for (const { first } of parts) kept.delete(first)
    },
    close() {},
  }
}

/** The sums of a log, as a gateway makes them. */
export async function sumsOf(log: readonly LoggedEvent[], hallModel: HallModel): Promise<DaySums> {
  const kept = memoryLog()
  await kept.append(0, [...log], [])
  const sums = memorySums()
  await sumLog(kept, sums, placesData(hallModel))
  return sums
}

/** The sums as a recount tells them; only what a recount counts. */
export function asRecount(sums: DaySums, kinds: readonly SumRow['kind'][]): Recount {
  const told: Recount = new Map()
  for (const { day } of sums.parts())
    for (const { kind, key, whole, halves } of sums.rows(day, kinds, true))
      for (const [half, sum] of [['all', whole] as const, ...Object.entries(halves)]) {
        const put = (name: string, value: number): void => {
          if (value !== 0) told.set(measure(day, kind, key, half === 'all' ? 'all' : Number(half), name), value)
        }
        for (const name of measures) put(name, sum[name] ?? 0)
        for (const list of countLists)
          for (const [place, many] of (sum[list] ?? []).entries()) put(`${list} ${place}`, many)
      }
  return told
}
