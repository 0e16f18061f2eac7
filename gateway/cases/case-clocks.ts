import type { CaseReport } from '../contract/cases.ts'
import type { LimitClock } from '../domain/lights/clock-face.ts'
import type { WatchedClocks } from '../domain/lights/case-light.ts'

const overs: readonly CaseReport['status'][] = ['decided', 'delivered', 'withdrawn', 'rejected']
export const isOver = ({ status, finishedAt }: CaseReport): boolean => finishedAt !== null || overs.includes(status)

/** What the applicant was promised; else what the law allows. null = nobody said. */
export const limitOf = ({ promisedDays, statutoryDays }: CaseReport): number | null => promisedDays ?? statutoryDays

/** The clocks of a case: of the whole, and of each step that has a limit and has begun. `dayOf`: the hall's day of an epoch time. */
export function caseClocks(
  report: CaseReport,
  dayOf: (at: number) => string,
): { whole: LimitClock | null; steps: (LimitClock | null)[] } {
  const { acceptedOn, pauses } = report
  const limitDays = limitOf(report)
  const over = isOver(report)
  const endedOn = over ? dayOf(report.finishedAt ?? report.reportedAt) : null
  return {
    whole: limitDays === null ? null : { from: acceptedOn, limitDays, endedOn, pauses },
    steps: report.steps.map((step) => {
      if (step.startedAt === null || step.limitDays === null) return null
      const stepEnd = step.endedAt === null ? endedOn : dayOf(step.endedAt)
      return { from: dayOf(step.startedAt), limitDays: step.limitDays, endedOn: stepEnd, pauses }
    }),
  }
}

/** What the light of a case follows from: the whole, and the last step that has begun and is not over. */
export function watchedClocks(report: CaseReport, dayOf: (at: number) => string): WatchedClocks {
  const { whole, steps } = caseClocks(report, dayOf)
  const nth = report.steps.findLastIndex(({ startedAt, endedAt }) => startedAt !== null && endedAt === null)
  const clock = steps[nth] ?? null
  return { whole, step: clock && { name: report.steps[nth]?.name ?? '', clock } }
}
