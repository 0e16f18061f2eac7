import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readVisits } from './read-visits.ts'
import { scoreWaits } from './score-waits.ts'

const measured = readVisits(join(import.meta.dirname, '../fixtures/waits/arrivals-first-8-days.csv.gz'))

test('W4 the learned wait on days it has not seen', { timeout: 600_000 }, () => {
  const days = [...new Set(measured.map(({ day }) => day))].sort()
  const isHistory = (day: string): boolean => days.indexOf(day) < 5
  const score = scoreWaits(
    measured.filter(({ day }) => isHistory(day)),
    measured.filter(({ day }) => !isHistory(day)),
  )
  expect(score.skill).toBeGreaterThan(0.71)
  expect(score.skill).toBeGreaterThan((score.estimators.E1?.skill ?? 1) + 0.015)
  expect(score.coverage80).toBeGreaterThan(0.75)
  expect(score.coverage80).toBeLessThan(0.85)
})
