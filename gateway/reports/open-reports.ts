import type { ReportView, UsualDayView } from '../contract/reports.ts'
import type { Office } from '../office.ts'
import { type DaySums, openDaySums } from '../store/day-sums.ts'
import { type ReportQuestion, buildReport } from './build-report.ts'
import { type ClosedDay, closedDays } from './closed-days.ts'
import { keepSums } from './keep-sums.ts'
import { usualBefore } from './usual.ts'

export interface Reports {
  /** Days that have figures, oldest first. */
  days(): Promise<ClosedDay[]>
  report(question: ReportQuestion): Promise<ReportView>
  /** The usual day by half hours, from the working days before `today`. */
  usual(today: string): Promise<UsualDayView>
  /** The figures themselves, for whoever writes all of them down. */
  sums(): Promise<DaySums>
}

export interface ReportDeps {
  office: Office
  dataDir: string
  onBroken(error: unknown): void
}

/** The hall's days in figures. Their file is opened when somebody first asks for it: most days nobody does. */
export function openReports({ office, dataDir, onBroken }: ReportDeps, stack: AsyncDisposableStack): Reports {
  keepSums(office, dataDir, onBroken, stack)
  let opened: DaySums | null = null
  stack.defer(() => opened?.close())
  const sums = async (): Promise<DaySums> => (opened ??= openDaySums(dataDir))
  return {
    sums,
    days: async () => closedDays(await sums()),
    report: async (question) => buildReport(office.hallModel, await sums(), question),
    usual: async (today) => usualBefore(office.hallModel, await sums(), today),
  }
}
