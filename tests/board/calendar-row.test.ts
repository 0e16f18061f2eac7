import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordsCheck } from '../../gateway/board/records-check.ts'
import { watchRecords } from '../../gateway/board/watch-records.ts'
import type { DeviceHealth } from '../../gateway/contract/device-view.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { quietBoard } from '../support/quiet-board.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

/** The board of a hall that has the holidays of these years, and what its look finds on a day. */
function watched(years: string[]) {
  const box = { today: '2026-10-31' }
  const board = quietBoard(tinyHallModel().hall)
  const look = watchRecords(
    {
      office: { state: emptyOffice(), trouble: null, onFacts: () => () => {} },
      board,
      check: recordsCheck(mkdtempSync(join(tmpdir(), 'tingshi-calendar-')), Date.now),
      headMissing: false,
      calendar: { years, off: [], work: [] },
      today: () => box.today,
      onDamage: () => {},
      onBroken: (error) => {
        throw error
      },
      invalidate: () => {},
    },
    new AsyncDisposableStack(),
  )
  return (today: string): Pick<DeviceHealth, 'name' | 'state' | 'word' | 'todo'>[] => {
    box.today = today
    look()
    return board.health().filter(({ code }) => code === 'holidays-missing')
  }
}

test('H14 next year’s calendar is missed on the board of a running hall from 1 November on, with what to do', () => {
  const rowsOn = watched(['2026'])
  expect(rowsOn('2026-10-31')).toEqual([])
  expect(rowsOn('2026-11-01')).toMatchObject([
    {
      name: '节假日',
      state: 'warning',
      word: '2027 年的节假日和调休还没有',
      todo: expect.stringMatching(/只按星期几算.*holiday-cn-2027\.json.*calendar/),
    },
  ])
  expect(rowsOn('2027-11-01')).toMatchObject([
    {
      word: '2027、2028 年的节假日和调休还没有',
      todo: expect.stringContaining('holiday-cn-2027.json、holiday-cn-2028.json'),
    },
  ])
})

test('H14 a hall that has the year shows no row, on the last day of a year neither', () => {
  const rowsOn = watched(['2026', '2027'])
  for (const day of ['2026-10-31', '2026-11-01', '2026-12-31', '2027-10-31']) expect(rowsOn(day)).toEqual([])
})
