import { expect, test } from 'vitest'
import { caseView } from '../../gateway/cases/case-view.ts'
import { addDemoCases, demoReceipts } from '../../gateway/cases/demo-cases.ts'
import type { CaseReport } from '../../gateway/contract/cases.ts'
import { calendarFolder, readCalendar } from '../../gateway/hall/read-calendar.ts'

const calendar = readCalendar(calendarFolder)
const DAY_MS = 86_400_000
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** What the demo's five cases that visitors look up say on a day: light, and how many working days are left. */
function said(at: number): unknown[] {
  const reports: CaseReport[] = []
  const take = (report: CaseReport) => {
    reports.push(report)
    return 'taken' as const
  }
  addDemoCases({ take }, { now: at, day: dayOf(at), minute: 600, weekday: 1, newId: () => '' }, calendar)
  const own = new Set<string>(demoReceipts.map(({ receipt }) => receipt))
  return reports
    .filter(({ receipt }) => own.has(receipt))
    .map((report) => caseView(report, dayOf(at), calendar, dayOf))
    .map(({ light, daysLeft }) => [light, daysLeft])
}

test('CP4 the demo’s cases say the same on each day: on days off, make-up days, and in a year without a calendar', () => {
  const days = Array.from({ length: 130 }, (_, nth) => Date.UTC(2026, 8, 10, 4) + nth * DAY_MS)
  const other = days.filter((at) => JSON.stringify(said(at)) !== JSON.stringify(said(Date.UTC(2026, 2, 18, 4))))
  expect(said(Date.UTC(2026, 2, 18, 4))).toEqual([
    ['green', 8],
    ['yellow', 1],
    ['red', -3],
    ['paused', null],
    ['green', null],
  ])
  expect(other.map(dayOf)).toEqual([])
})
