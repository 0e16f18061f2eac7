import fc from 'fast-check'
import { expect, test } from 'vitest'
import { promiseOf } from '../../gateway/catalogue/guide/promise-of.ts'
import {
  addNaturalDays,
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from '../../gateway/contract/working-days.ts'
import { guide } from '../../gateway/contract/matter.ts'
import { calendarFolder, readCalendar } from '../../gateway/hall/read-calendar.ts'

const calendar = readCalendar(calendarFolder)

test('WD1 the published years are there', () => {
  expect(calendar.years.sort()).toEqual(['2024', '2025', '2026'])
})

test.each([
  ['2026-03-18', true, 'a Wednesday'],
  ['2026-03-21', false, 'a Saturday'],
  ['2026-10-01', false, 'the National Day, a Thursday'],
  ['2026-10-10', true, 'a Saturday that is worked for it'],
  ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
])('WD1 %s is worked: %s (%s)', (day, worked) => {
  expect(isWorkingDay(day, calendar)).toBe(worked)
})

test.each([
  // Accepted on a Wednesday: Thursday is the first day.
  ['2026-03-18', 1, '2026-03-19'],
  ['2026-03-18', 3, '2026-03-23'],
  // Over the National Day holidays (1–7 October), with Saturday the 10th worked.
  ['2026-09-30', 1, '2026-10-08'],
  ['2026-09-30', 3, '2026-10-10'],
  ['2026-09-30', 4, '2026-10-12'],
  // Accepted on a holiday: the clock begins with the first working day after it.
  ['2026-10-03', 1, '2026-10-08'],
  ['2026-03-18', 20, '2026-04-16'],
  ['2026-03-18', 0, '2026-03-18'],
])('WD2 %s and %i working days: %s', (day, count, due) => {
  expect(addWorkingDays(day, count, calendar)).toEqual({ day: due, approximate: false })
})

test('WD3 beyond the published years weekends alone are left out, and it is said', () => {
  expect(addWorkingDays('2026-12-30', 2, calendar)).toEqual({ day: '2027-01-01', approximate: true })
  expect(addNaturalDays('2026-12-30', 10, calendar)).toEqual({ day: '2027-01-11', approximate: true })
})

test('WD4 natural days run through; an end on a day off moves to the next working day', () => {
  expect(addNaturalDays('2026-03-18', 5, calendar).day).toBe('2026-03-23')
  expect(addNaturalDays('2026-03-18', 3, calendar).day).toBe('2026-03-23')
  expect(addNaturalDays('2026-09-28', 5, calendar).day).toBe('2026-10-08')
})

test('WD5 promised, else statutory, else nothing', () => {
  const today = '2026-03-18'
  const of = (given: object): unknown => promiseOf(guide.parse(given), today, calendar)
  expect(of({ promisedDays: 3, statutoryDays: 20 })).toEqual({
    kind: 'promised',
    day: '2026-03-23',
    approximate: false,
  })
  expect(of({ promisedDays: 3, promisedUnit: '自然日' })).toEqual({
    kind: 'promised',
    day: '2026-03-23',
    approximate: false,
  })
  expect(of({ statutoryDays: 20 })).toEqual({ kind: 'statutory', day: '2026-04-16', approximate: false })
  expect(of({ promisedDays: 0, statutoryDays: 20 })).toEqual({ kind: 'on-the-spot', day: today, approximate: false })
  expect(of({})).toBeNull()
})

test('WD1 counting between two days undoes adding, over any stretch', () => {
  const day = fc
    .integer({ min: 0, max: 1000 })
    .map((nth) => new Date(Date.UTC(2024, 0, 1) + nth * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const { day: to } = addWorkingDays(from, count, calendar)
      expect(isWorkingDay(to, calendar)).toBe(true)
      expect(workingDaysBetween(from, to, calendar)).toBe(count)
      expect(workingDaysBetween(to, from, calendar)).toBe(-count)
    }),
    { numRuns: 300, seed: 20260302 },
  )
})
