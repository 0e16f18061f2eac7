import { expect, test } from 'vitest'
import { caseView } from '../../gateway/cases/case-view.ts'
import { lightOf } from '../../gateway/domain/lights/clock-face.ts'
import { caseReport } from '../../gateway/contract/cases.ts'
import { calendarFolder, readCalendar } from '../../gateway/hall/read-calendar.ts'

const calendar = readCalendar(calendarFolder)
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const view = (today: string, over: object = {}) =>
  caseView(
    caseReport.parse({
      receipt: 'R0001',
      matterName: '事项',
      departmentName: '局',
      status: 'under-review',
      acceptedOn: '2026-03-02',
      promisedDays: 10,
      steps: [{ name: '审查', startedAt: Date.parse('2026-03-03T02:00:00Z'), limitDays: 2 }],
      reportedAt: 1,
      ...over,
    }),
    today,
    calendar,
    dayOf,
  )

test('CP1 the borders of the colours', () => {
  expect([0, 7, 8, 10, 11].map((used) => lightOf(used, 10))).toEqual(['green', 'green', 'yellow', 'yellow', 'red'])
  expect([0, 1, 2, 3].map((used) => lightOf(used, 2))).toEqual(['green', 'yellow', 'yellow', 'red'])
  expect([lightOf(0, 0), lightOf(1, 0)]).toEqual(['green', 'red'])
})

test('CP1 the light says how many days are left, over, or why the clock stands', () => {
  expect(view('2026-03-02')).toMatchObject({
    light: 'green',
    daysLeft: 10,
    lightWords: '还剩 10 个工作日',
    promisedOn: { day: '2026-03-16' },
  })
  expect(view('2026-03-13')).toMatchObject({ light: 'yellow', daysLeft: 1 })
  expect(view('2026-03-16')).toMatchObject({ light: 'yellow', daysLeft: 0, lightWords: '今天到期' })
  expect(view('2026-03-17')).toMatchObject({ light: 'red', daysLeft: -1, lightWords: '超期 1 个工作日' })
  expect(view('2026-03-17', { pauses: [{ name: '听证', from: '2026-03-10' }] })).toMatchObject({
    light: 'paused',
    daysLeft: null,
    lightWords: '正在听证，不计时',
  })
})

test('CP1 each step has its own clock', () => {
  expect(view('2026-03-06').steps).toMatchObject([{ state: 'current', usedDays: 3, limitDays: 2, light: 'red' }])
})

test('CP2 days of a pause do not count, overlapping ones once, and the promised day moves', () => {
  const pauses = [
    { name: '检验', from: '2026-03-05', until: '2026-03-09' },
    { name: '听证', from: '2026-03-06', until: '2026-03-10' },
  ]
  // 5, 6, 9, 10 March are working days: four.
  expect(view('2026-03-16', { pauses })).toMatchObject({
    daysLeft: 4,
    light: 'green',
    promisedOn: { day: '2026-03-20' },
  })
})

test('CP2 the Spring Festival does not count and its make-up days do', () => {
  // 2026: off 15–23 February, work on Saturday 14 and Saturday 28 February.
  expect(view('2026-02-28', { acceptedOn: '2026-02-13' })).toMatchObject({ daysLeft: 4 })
})

test('CP2 a finished case keeps the clock of the day it ended', () => {
  const finishedAt = Date.parse('2026-03-10T02:00:00Z')
  expect(view('2027-01-01', { status: 'decided', finishedAt })).toMatchObject({
    light: 'green',
    finishedOn: '2026-03-10',
    lightWords: '按时办完',
    daysLeft: null,
  })
  expect(view('2027-01-01', { status: 'decided', finishedAt, promisedDays: 3 })).toMatchObject({
    light: 'red',
    lightWords: '超期 3 个工作日',
  })
})
