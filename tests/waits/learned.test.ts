import { join } from 'node:path'
import { expect, test } from 'vitest'
import { growTrees, predictTrees } from '../../gateway/domain/waits/boosted-trees.ts'
import { configuredEstimate } from '../../gateway/domain/waits/configured-estimate.ts'
import { daysSoFar } from '../../gateway/domain/waits/day-so-far.ts'
import { readVisits } from './read-visits.ts'

const measured = readVisits(join(import.meta.dirname, '../fixtures/waits/arrivals-first-8-days.csv.gz'))

test('W1 the configured baseline', () => {
  expect(configuredEstimate({ ahead: 3, openCounters: 0, configuredMinutes: 10 })).toBe(40)
  expect(configuredEstimate({ ahead: 3, openCounters: 2, configuredMinutes: 10 })).toBe(20)
  expect(configuredEstimate({ ahead: 99, openCounters: 1, configuredMinutes: 10 })).toBe(300)
})

test('W2 trees find a step and are the same for the same seed', () => {
  const column = Float32Array.from({ length: 400 }, (_, row) => row % 20)
  const target = column.map((value) => (value > 9 ? 30 : 10))
  const settings = { trees: 60, rate: 0.2, leaves: 4, smallestLeaf: 10, rows: 0.7, columns: 1, quantile: 0.5, seed: 5 }
  const model = growTrees([column], target, settings)
  expect(predictTrees(model, [column], 3)).toBeCloseTo(10, 0)
  expect(predictTrees(model, [column], 15)).toBeCloseTo(30, 0)
  expect(growTrees([column], target, settings)).toEqual(model)
})

test('W3 a wait is known only when it is over', () => {
  const day = measured.filter((visit) => visit.day === '2020-01-08' && visit.office === 'UD_Wola')
  const now = 700
  const told = (visits: typeof day) =>
    daysSoFar(visits, (visit) => visit.ahead + 1).filter((_, row) => (day[row]?.minute ?? 0) <= now)
  const changed = day.map((visit) => (visit.minute + visit.wait > now ? { ...visit, wait: visit.wait + 50 } : visit))
  expect(changed).not.toEqual(day)
  expect(told(changed)).toEqual(told(day))
})
