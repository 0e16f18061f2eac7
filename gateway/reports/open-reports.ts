import type { ReportView, UsualDayView } from '../contract/reports.ts'
import { addDays } from '../contract/hall-time.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { isOpenOn } from '../domain/line/open-hours.ts'
import type { Office } from '../office/office.ts'
import { runApart } from '../work/run-apart.ts'
import { pause } from '../time.ts'
import type { BringPastJob } from './bring-past-worker.ts'
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
  /** The days that a sample hall never had; null = a hall that has only its own. */
  past: string | null
  /** The hall's day. */
  today(): string
  onBroken(error: unknown): void
}

/** Who asks waits so long for days that are not summed yet; a year of them takes longer. */
const PATIENCE_MS = 3_000
const PAST = { days: 40, within: 60_000, memoryMb: 256 } as const

/**
 * The hall's days in figures. Their file is opened, and a sample hall's past brought, when somebody first asks: most days nobody does, and
 * no start waits for it.
 */
export function openReports(
  { office, dataDir, past, today, onBroken }: ReportDeps,
  stack: AsyncDisposableStack,
): Reports {
  const kept = keepSums(office, dataDir, onBroken, stack)
  let opened: DaySums | null = null
  let prepared: Promise<void> | null = null
  stack.defer(() => opened?.close())

  async function prepare(): Promise<void> {
    if (office.state.seq > 0) await Promise.race([kept.sumNow(), pause(PATIENCE_MS)])
    opened = openDaySums(dataDir)
    if (past === null || opened.parts().some(({ first }) => first < 0)) return
    const job: BringPastJob = {
      dataDir,
      file: past,
      days: workingDaysBefore(office.hallModel, closedDays(opened)[0]?.day ?? office.state.day ?? today(), PAST.days),
      timeZone: office.hallModel.hall.timeZone,
    }
    const done = await runApart<object>(new URL('./bring-past-worker.ts', import.meta.url), job, PAST)
    if (done === null) onBroken(new Error('the past of the sample hall could not be brought'))
  }
  async function sums(): Promise<DaySums> {
    prepared ??= prepare()
    try {
      await prepared
    } catch (broken) {
      prepared = null
      throw broken
    }
    return (opened ??= openDaySums(dataDir))
  }
  return {
    sums,
    days: async () => closedDays(await sums()),
    report: async (question) => buildReport(office.hallModel, await sums(), question),
    usual: async (day) => usualBefore(office.hallModel, await sums(), day),
  }
}

/** The newest first. */
function workingDaysBefore(hallModel: HallModel, before: string, many: number): string[] {
  const days: string[] = []
  for (let day = addDays(before, -1), looked = 0; days.length < many && looked < 400; looked++, day = addDays(day, -1))
    if (isOpenOn({ ...hallModel, alwaysOpen: false }, day)) days.push(day)
  return days
}
