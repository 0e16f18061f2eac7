import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Light } from '../../gateway/contract/cases.ts'
import { addDays } from '../../gateway/contract/hall-time.ts'
import { isWorkingDay } from '../../gateway/contract/working-days.ts'
import { clockFace, severityOf } from '../../gateway/domain/lights/clock-face.ts'
import type { Pause } from '../../gateway/domain/lights/count-days.ts'
import { calendarFolder, readCalendar } from '../../gateway/hall/read-calendar.ts'

const calendar = readCalendar(calendarFolder)
const pause = (from: string, until: string | null = null, name = '听证'): Pause => ({ name, from, until })
const hearing = [pause('2026-03-05', '2026-03-10')]
const overlapping = [pause('2026-03-05', '2026-03-09'), pause('2026-03-06', '2026-03-10', '检测')]

type Row = [string, number, string, Light, number, string, { pauses?: Pause[]; approximate?: true }?]
/**
 * Counted by hand from the notices of the State Council for 2024, 2025 and 2026: accepted on, limit in working days, today, light, working days
 * left, due on.
 */
const table: Row[] = [
  // 2024: the Spring Festival with its make-up Sundays 4 and 18 February.
  ['2024-02-01', 5, '2024-02-04', 'green', 3, '2024-02-07'],
  ['2024-02-01', 5, '2024-02-06', 'yellow', 1, '2024-02-07'],
  ['2024-02-01', 5, '2024-02-08', 'red', -1, '2024-02-07'],
  ['2024-02-08', 2, '2024-02-15', 'yellow', 1, '2024-02-18'],
  ['2024-02-08', 2, '2024-02-19', 'red', -1, '2024-02-18'],
  // Qingming, the first of May, the Dragon Boat Festival.
  ['2024-04-03', 3, '2024-04-07', 'green', 2, '2024-04-09'],
  ['2024-04-26', 10, '2024-05-09', 'green', 3, '2024-05-13'],
  ['2024-04-26', 10, '2024-05-10', 'yellow', 2, '2024-05-13'],
  ['2024-04-26', 10, '2024-05-11', 'yellow', 1, '2024-05-13'],
  ['2024-06-07', 1, '2024-06-10', 'yellow', 1, '2024-06-11'],
  // Mid-autumn and the National Day with three make-up days between them.
  ['2024-09-13', 12, '2024-09-30', 'yellow', 1, '2024-10-08'],
  ['2024-09-13', 12, '2024-10-07', 'yellow', 1, '2024-10-08'],
  ['2024-09-13', 12, '2024-10-09', 'red', -1, '2024-10-08'],
  // Over the year's end.
  ['2024-12-30', 3, '2025-01-01', 'green', 2, '2025-01-03'],
  // 2025.
  ['2025-01-24', 5, '2025-02-04', 'green', 3, '2025-02-07'],
  ['2025-01-24', 5, '2025-02-06', 'yellow', 1, '2025-02-07'],
  ['2025-02-07', 1, '2025-02-08', 'yellow', 0, '2025-02-08'],
  ['2025-02-07', 1, '2025-02-10', 'red', -1, '2025-02-08'],
  ['2025-04-02', 2, '2025-04-05', 'yellow', 1, '2025-04-07'],
  ['2025-04-25', 5, '2025-04-29', 'green', 2, '2025-05-06'],
  ['2025-04-25', 5, '2025-04-30', 'yellow', 1, '2025-05-06'],
  ['2025-05-30', 1, '2025-06-02', 'yellow', 1, '2025-06-03'],
  ['2025-09-26', 5, '2025-10-08', 'green', 2, '2025-10-10'],
  ['2025-09-26', 5, '2025-10-11', 'red', -1, '2025-10-10'],
  ['2025-12-31', 2, '2026-01-03', 'green', 2, '2026-01-05'],
  ['2025-12-31', 2, '2026-01-04', 'yellow', 1, '2026-01-05'],
  // 2026.
  ['2026-02-13', 6, '2026-02-23', 'green', 5, '2026-02-28'],
  ['2026-02-13', 6, '2026-02-27', 'yellow', 1, '2026-02-28'],
  ['2026-02-13', 6, '2026-03-02', 'red', -1, '2026-02-28'],
  ['2026-04-03', 1, '2026-04-06', 'yellow', 1, '2026-04-07'],
  ['2026-04-30', 4, '2026-05-08', 'yellow', 1, '2026-05-09'],
  ['2026-06-18', 1, '2026-06-22', 'yellow', 0, '2026-06-22'],
  ['2026-09-17', 10, '2026-09-28', 'green', 3, '2026-10-08'],
  ['2026-09-17', 10, '2026-09-29', 'yellow', 2, '2026-10-08'],
  ['2026-09-17', 10, '2026-09-30', 'yellow', 1, '2026-10-08'],
  ['2026-09-17', 10, '2026-10-07', 'yellow', 1, '2026-10-08'],
  ['2026-09-17', 10, '2026-10-09', 'red', -1, '2026-10-08'],
  // Pauses.
  ['2026-03-02', 10, '2026-03-09', 'paused', 8, '2026-03-20', { pauses: hearing }],
  ['2026-03-02', 10, '2026-03-17', 'green', 3, '2026-03-20', { pauses: hearing }],
  ['2026-03-02', 10, '2026-03-18', 'yellow', 2, '2026-03-20', { pauses: hearing }],
  ['2026-03-02', 10, '2026-03-23', 'red', -1, '2026-03-20', { pauses: hearing }],
  ['2026-03-02', 10, '2026-03-16', 'green', 4, '2026-03-20', { pauses: overlapping }],
  ['2026-09-23', 3, '2026-10-10', 'green', 2, '2026-10-13', { pauses: [pause('2026-09-24', '2026-10-09')] }],
  ['2026-03-02', 10, '2026-06-01', 'paused', 9, '2026-06-12', { pauses: [pause('2026-03-04')] }],
  // One that begins when the limit is over heals nothing.
  ['2026-03-02', 2, '2026-03-10', 'red', -1, '2026-03-04', { pauses: [pause('2026-03-06')] }],
  // On the spot.
  ['2026-03-18', 0, '2026-03-18', 'green', 0, '2026-03-18'],
  ['2026-03-18', 0, '2026-03-19', 'red', -1, '2026-03-18'],
  ['2026-03-20', 0, '2026-03-21', 'green', 0, '2026-03-20'],
  ['2026-03-20', 0, '2026-03-23', 'red', -1, '2026-03-20'],
  ['2026-03-18', 0, '2026-03-20', 'paused', 0, '2026-03-18', { pauses: [pause('2026-03-19')] }],
  // Years that nobody knows: counted by their weekdays, and told so.
  ['2026-12-24', 3, '2026-12-28', 'yellow', 1, '2026-12-29'],
  ['2026-12-28', 5, '2026-12-30', 'green', 3, '2027-01-04', { approximate: true }],
  ['2027-02-01', 2, '2027-02-02', 'yellow', 1, '2027-02-03', { approximate: true }],
  ['2023-12-29', 1, '2024-01-01', 'yellow', 1, '2024-01-02', { approximate: true }],
]

describe('by hand', () => {
  test('LG1 the table has more than forty days', () => expect(table.length).toBeGreaterThan(40))
  test.each(table)(
    'LG1 accepted %s, %i days, on %s: %s, %i left, due %s',
    (from, limitDays, today, light, left, day, more = {}) => {
      const { pauses = [], approximate = false } = more
      expect(clockFace({ from, limitDays, endedOn: null, pauses }, today, calendar)).toMatchObject({
        light,
        left,
        dueOn: { day, approximate },
      })
    },
  )
})

const anyDay = fc.integer({ min: 0, max: 900 }).map((nth) => addDays('2024-02-01', nth))
const anyPause = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }))
  .map(([from, length]): Pause => pause(from, length === null ? null : addDays(from, length)))
const anyClock = fc.record({
  from: anyDay,
  limitDays: fc.integer({ min: 0, max: 40 }),
  pauses: fc.array(anyPause, { maxLength: 4 }),
})
const later = fc.integer({ min: 0, max: 120 })
const seed = 20260318

test('LG2 a pause never makes a light worse, and never takes a day away', () => {
  fc.assert(
    fc.property(anyClock, anyPause, later, (clock, more, days) => {
      const today = addDays(clock.from, days)
      const before = clockFace({ ...clock, endedOn: null }, today, calendar)
      const after = clockFace({ ...clock, endedOn: null, pauses: [...clock.pauses, more] }, today, calendar)
      expect(severityOf(after.light)).toBeLessThanOrEqual(severityOf(before.light))
      expect(after.left).toBeGreaterThanOrEqual(before.left)
    }),
    { seed, numRuns: 400 },
  )
})

test('LG3 the order in which pauses were told does not matter, nor one told twice', () => {
  fc.assert(
    fc.property(anyClock, later, (clock, days) => {
      const today = addDays(clock.from, days)
      const told = { ...clock, endedOn: null }
      const again = { ...told, pauses: [...clock.pauses, ...clock.pauses].reverse() }
      expect(clockFace(again, today, calendar)).toEqual(clockFace(told, today, calendar))
    }),
    { seed, numRuns: 200 },
  )
})

test('LG2 without a pause a light gets only worse by the day, and red comes on a working day', () => {
  fc.assert(
    fc.property(anyClock, later, (clock, days) => {
      const plain = { ...clock, pauses: [], endedOn: null }
      const [today, next] = [addDays(clock.from, days), addDays(clock.from, days + 1)]
      const [one, other] = [clockFace(plain, today, calendar), clockFace(plain, next, calendar)]
      expect(severityOf(other.light)).toBeGreaterThanOrEqual(severityOf(one.light))
      if (one.light !== 'red' && other.light === 'red') expect(isWorkingDay(next, calendar)).toBe(true)
    }),
    { seed, numRuns: 200 },
  )
})
