import { isWorkingDay } from '../contract/working-days.ts'
import type { HolidayCalendar } from '../contract/calendar.ts'
import { type CaseReport, caseReport } from '../contract/cases.ts'
import type { Moment } from '../domain/decision.ts'
import { demoWatchedReports } from './demo-watched.ts'
import type { CaseStore } from './case-store.ts'

/** Invented cases, one for each light; nobody's. Receipt, last four, how many working days ago, promised days. */
export const demoReceipts = [
  { receipt: 'QC2026000101', last4: '1234', daysAgo: 2, promisedDays: 10 },
  { receipt: 'QC2026000102', last4: '2345', daysAgo: 9, promisedDays: 10 },
  { receipt: 'QC2026000103', last4: '345X', daysAgo: 13, promisedDays: 10 },
  { receipt: 'QC2026000104', last4: '4567', daysAgo: 6, promisedDays: 20 },
  { receipt: 'QC2026000105', last4: '5678', daysAgo: 8, promisedDays: 10 },
] as const

const DAY_MS = 86_400_000

/** Put in at each start. On each day, also one off, as many working days are used as stand above: the days that are over, and today if it is one. */
export function addDemoCases(
  store: Pick<CaseStore, 'take'>,
  { now, day, ...rest }: Moment,
  calendar: HolidayCalendar,
): void {
  for (const report of demoWatchedReports({ now, day, ...rest }, calendar)) store.take(report)
  const dayBefore = (date: string): string =>
    new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)
  const back = (count: number): string => {
    let at = day
    for (let left = count; left > 0; at = dayBefore(at)) if (isWorkingDay(at, calendar)) left -= 1
    while (!isWorkingDay(at, calendar)) at = dayBefore(at)
    return at
  }
  const morning = (date: string): number => Date.parse(`${date}T02:00:00Z`)
  for (const [nth, { receipt, last4, daysAgo, promisedDays }] of demoReceipts.entries()) {
    const acceptedOn = back(daysAgo)
    const done = nth === 4
    const reviewFrom = back(Math.max(1, daysAgo - 1))
    const report: CaseReport = caseReport.parse({
      receipt,
      last4,
      matterName: '食品经营许可（新办）',
      departmentName: '市场监督管理局',
      acceptedOn,
      promisedDays,
      statutoryDays: 20,
      status: done ? 'decided' : 'under-review',
      advice: done ? '请带受理单来领取许可证' : null,
      pauses: nth === 3 ? [{ name: '专家评审', from: back(3) }] : [],
      steps: [
        { name: '受理', startedAt: morning(acceptedOn), endedAt: morning(reviewFrom), limitDays: 1 },
        {
          name: '审查',
          startedAt: morning(reviewFrom),
          endedAt: done ? morning(back(2)) : null,
          limitDays: promisedDays - 1,
        },
        {
          name: '决定',
          startedAt: done ? morning(back(2)) : null,
          endedAt: done ? morning(back(1)) : null,
          limitDays: 1,
        },
        { name: '送达' },
      ],
      finishedAt: done ? morning(back(1)) : null,
      reportedAt: now,
    })
    store.take(report)
  }
}
