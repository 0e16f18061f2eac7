import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readHall } from '../../gateway/config.ts'
import type { Hall } from '../../gateway/contract/hall.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { closedNow, isOpenOn, isTaking } from '../../gateway/domain/line/open-hours.ts'
import { calendarGap } from '../../gateway/hall/calendar-gap.ts'
import { calendarFolder, readCalendar } from '../../gateway/hall/read-calendar.ts'
import { spoiledHall } from '../support/hall-folder.ts'

const withLine = (line: string): ReturnType<typeof readHall> =>
  readHall(spoiledHall({ 'hall.yaml': [['publicUrl: null', line]] }))
function opened(read: ReturnType<typeof readHall>): Hall {
  if (!read.ok) throw new Error(read.faults.map(({ message }) => message).join())
  return read.hall
}

test.each([
  ['https://zwfw.example.cn/', 'https://zwfw.example.cn'],
  ['https://zwfw.example.cn', 'https://zwfw.example.cn'],
  ['HTTP://Hall.Example:8080/', 'http://hall.example:8080'],
])('H10 publicUrl %s is kept as %s', (said, kept) =>
  expect(opened(withLine(`publicUrl: "${said}"`)).publicUrl).toBe(kept),
)

test.each([
  'https://zwfw.example.cn/hall',
  'https://zwfw.example.cn/?a=1',
  'ftp://zwfw.example.cn',
  'https://x:y@zwfw.example.cn',
])('H10 publicUrl %s is refused with the reason', (said) => {
  const read = withLine(`publicUrl: "${said}"`)
  expect(read.ok ? [] : read.faults.map(({ key, message }) => [key, message])).toEqual([
    ['publicUrl', expect.stringContaining('不能带路径')],
  ])
})

test('H11 a hall folder in GBK is refused once, with the click that helps', () => {
  const folder = spoiledHall({})
  copyFileSync(resolve(import.meta.dirname, '../fixtures/faults/halls/hall-gbk.yaml'), join(folder, 'hall.yaml'))
  const read = readHall(folder)
  expect(read.ok ? [] : read.faults.map(({ file, message }) => [file, message])).toEqual([
    ['hall.yaml', expect.stringMatching(/不是 UTF-8.*另存为/)],
  ])
  writeFileSync(join(folder, 'hall.yaml'), Buffer.from('\ufeffname: 厅', 'utf16le'))
  const wide = readHall(folder)
  expect(wide.ok ? '' : wide.faults[0]?.message).toContain('UTF-8')
})

const sample = opened(readHall(resolve(import.meta.dirname, '../../assets/sample-hall')))
const calendar = readCalendar(calendarFolder)
const at = (day: string, minute = 600): { day: string; minute: number } => ({ day, minute })

test('H12 a real hall gives and offers no number on a weekend, a holiday or its own closure; a moved working day is open', () => {
  const hall: Hall = {
    ...sample,
    closures: [
      { from: '2026-06-10', until: '2026-06-11', reason: '搬迁' },
      { from: '2026-06-16', until: null, reason: null },
    ],
  }
  const model = buildHallModel(hall, [], false, calendar)
  const moved = calendar.work.find((day) => day.startsWith('2026')) ?? ''
  expect(
    ['2026-06-07', '2026-10-01', '2026-06-10', '2026-06-11', '2026-06-16'].map((day) => isTaking(model, at(day))),
  ).toEqual(Array(5).fill(false))
  expect(['2026-06-09', '2026-06-12', '2026-06-17', moved].map((day) => isTaking(model, at(day)))).toEqual(
    Array(4).fill(true),
  )
  expect(isTaking(model, at('2026-06-07', 120))).toBe(false)
  expect(isOpenOn({ ...model, alwaysOpen: true }, '2026-06-10')).toBe(true)
  const refusal = closedNow(model, at('2026-06-10'), hall.queues[0] ?? null)
  expect(refusal).toMatchObject({ code: 'hall-closed', details: { backDay: '2026-06-12' } })
})

test('H12 a closure on a moved working day is closed, and one that ends before it begins is a fault', () => {
  const moved = calendar.work.find((day) => day.startsWith('2026')) ?? ''
  const hall: Hall = { ...sample, closures: [{ from: moved, until: null, reason: null }] }
  expect(isTaking(buildHallModel(hall, [], false, calendar), at(moved))).toBe(false)
  const read = readHall(
    spoiledHall({
      'hall.yaml': [['publicUrl: null', 'publicUrl: null\nclosures: [{ from: "2026-06-10", until: "2026-06-09" }]']],
    }),
  )
  expect(read.ok ? '' : read.faults[0]?.message).toContain('不能早于')
})

test('H13 next year’s calendar is missed from November on, this year’s at once', () => {
  const years = { years: ['2026'], off: [], work: [] }
  expect(calendarGap(years, '2026-10-31')).toBeNull()
  expect(calendarGap(years, '2026-11-01')).toMatch(/^2027 年.*holiday-cn-2027\.json/)
  expect(calendarGap(years, '2027-01-01')).toMatch(/^2027 年/)
  expect(calendarGap({ ...years, years: ['2026', '2027'] }, '2026-12-31')).toBeNull()
})

test('H13 a year in the hall’s own folder counts, also before ours', () => {
  const folder = spoiledHall({})
  mkdirSync(join(folder, 'calendar'))
  const put = (year: number, days: object[]): void =>
    writeFileSync(join(folder, 'calendar', `holiday-cn-${year}.json`), JSON.stringify({ year, days }))
  put(2027, [{ date: '2027-01-01', isOffDay: true }])
  put(2026, [{ date: '2026-03-03', isOffDay: true }])
  const own = readCalendar(calendarFolder, folder)
  expect(own.years).toEqual(expect.arrayContaining(['2025', '2026', '2027']))
  expect(own.off.filter((day) => day.startsWith('2026') || day.startsWith('2027'))).toEqual([
    '2026-03-03',
    '2027-01-01',
  ])
})
