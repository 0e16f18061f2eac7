import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { placesData } from '../../gateway/domain/reports/hall-places.ts'
import { closedDays } from '../../gateway/reports/closed-days.ts'
import { sumLog } from '../../gateway/reports/sum-log.ts'
import { daySumsFile, openDaySums } from '../../gateway/store/day-sums.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { livedDays } from '../support/lived-days.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const hallModel = tinyHallModel()
const places = placesData(hallModel)
const folder = mkdtempSync(join(tmpdir(), 'sums-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const TEN = Date.UTC(2026, 2, 16, 2)
const DAY = 86_400_000

/** A hall in which so many take a number on each of its days; the day after the last has begun. */
function lived(perDay: readonly number[]) {
  const hall = livedDays(hallModel)
  for (const [nth, many] of perDay.entries())
    for (let one = 0; one < many; one++)
      hall.order(TEN + nth * DAY + one * 60_000, { type: 'take-ticket', queueId: 'A', terminalId: 'K1' })
  hall.order(TEN + perDay.length * DAY, { type: 'close-day' })
  return hall.log
}
const taken = (sums: ReturnType<typeof openDaySums>): [string, number][] =>
  closedDays(sums).map(({ day }) => [
    day,
    sums.rows(day, ['hall'], false).reduce((sum, { whole }) => sum + (whole.taken ?? 0), 0),
  ])

test('RP3 each day is summed once, when it is over; the file is its owner’s, and one that is broken is made again', async () => {
  const log = memoryLog()
  const sums = openDaySums(folder)
  const days = lived([2, 3, 1])
  const end = days.findIndex((event) => event.type === 'day-opened' && event.day === '2026-03-18')
  await log.append(0, days.slice(0, end), [])
  expect(await sumLog(log, sums, places)).toEqual(['2026-03-16'])
  await log.append(end, days.slice(end), [])
  expect(await sumLog(log, sums, places)).toEqual(['2026-03-17', '2026-03-18'])
  expect(await sumLog(log, sums, places)).toEqual([])
  expect(taken(sums)).toEqual([
    ['2026-03-16', 2],
    ['2026-03-17', 3],
    ['2026-03-18', 1],
  ])
  sums.close()
  expect(statSync(daySumsFile(folder)).mode & 0o777).toBe(0o600)
  writeFileSync(daySumsFile(folder), 'this is no database, whatever it was before'.repeat(300))
  for (const one of ['-wal', '-shm']) rmSync(`${daySumsFile(folder)}${one}`, { force: true })
  const again = openDaySums(folder)
  expect(await sumLog(log, again, places)).toHaveLength(3)
  again.close()
})

test('RP4 where another log lies beside them, sums are made anew from the day on at which they differ', async () => {
  const sums = openDaySums(join(folder, 'other'))
  const [one, other] = [memoryLog(), memoryLog()]
  await one.append(0, lived([2, 3, 1]), [])
  await other.append(0, lived([2, 4, 4]), [])
  await sumLog(one, sums, places)
  expect(await sumLog(other, sums, places)).toEqual(['2026-03-17', '2026-03-18'])
  expect(taken(sums).map(([, many]) => many)).toEqual([2, 4, 4])
  sums.close()
})

test('RP5 a day that was opened twice, by a clock that was wrong, is one day; a corrected day has its right name', async () => {
  const sums = openDaySums(join(folder, 'twice'))
  const log = memoryLog()
  const at = { actor: 'hall', commandId: null }
  const take = lived([1]).find(({ type }) => type === 'ticket-taken')
  if (take?.type !== 'ticket-taken') throw new Error('nothing was taken')
  const facts = [
    { type: 'day-opened', day: '2026-03-16' },
    { ...take, ticketId: 'a' },
    { type: 'day-opened', day: '2028-01-01' },
    { ...take, ticketId: 'b' },
    { type: 'day-corrected', from: '2028-01-01', day: '2026-03-16' },
    { type: 'day-opened', day: '2026-03-17' },
  ] as const
  await log.append(
    0,
    facts.map((fact, nth) => ({ ...fact, ...at, seq: nth + 1, at: TEN + nth })),
    [],
  )
  await sumLog(log, sums, places)
  expect(taken(sums)).toEqual([['2026-03-16', 2]])
  sums.close()
})
