import type { HolidayCalendar } from '../contract/calendar.ts'
import type { CaseReport, CaseStatus, CaseView, Light } from '../contract/cases.ts'
import { clockFace } from '../domain/lights/clock-face.ts'
import { pauseOn } from '../domain/lights/count-days.ts'
import { caseClocks, isOver } from './case-clocks.ts'

const statusWords: Record<CaseStatus, string> = {
  accepted: '已受理',
  'needs-correction': '需补正',
  'under-review': '审核中',
  decided: '已办结',
  delivered: '已送达',
  withdrawn: '已撤回',
  rejected: '不予许可',
}

/** What anybody with the receipt may see on `today`; `dayOf` gives the hall's day of an epoch time. The day of acceptance does not count. */
export function caseView(
  report: CaseReport,
  today: string,
  calendar: HolidayCalendar,
  dayOf: (at: number) => string,
): CaseView {
  const { status, pauses, acceptedOn } = report
  const { whole, steps } = caseClocks(report, dayOf)
  const over = isOver(report)
  const face = whole && clockFace(whole, today, calendar)
  const pause = over ? null : pauseOn(today, pauses)
  const light: Light = face?.light ?? (pause ? 'paused' : 'green')
  return {
    receipt: report.receipt,
    matterName: report.matterName,
    departmentName: report.departmentName,
    status,
    statusWords: statusWords[status],
    advice: report.advice,
    acceptedOn,
    promisedOn: face?.dueOn ?? null,
    finishedOn: report.finishedAt === null ? null : dayOf(report.finishedAt),
    light,
    lightWords: wordsOf(light, light === 'paused' ? (pause?.name ?? null) : null, face?.left ?? null, over),
    daysLeft: over || light === 'paused' || face === null ? null : face.left,
    steps: report.steps.map((step, nth) => {
      const clock = steps[nth] ?? null
      const stepFace = clock && clockFace(clock, today, calendar)
      return {
        name: step.name,
        startedAt: step.startedAt,
        endedAt: step.endedAt,
        state: stepState(step, over),
        usedDays: stepFace?.used ?? null,
        limitDays: step.limitDays,
        light: stepFace?.light ?? null,
      }
    }),
    reportedAt: report.reportedAt,
  }
}

function stepState(step: CaseReport['steps'][number], over: boolean): CaseView['steps'][number]['state'] {
  if (step.endedAt !== null || over) return 'done'
  return step.startedAt === null ? 'to-come' : 'current'
}

function wordsOf(light: Light, pause: string | null, left: number | null, over: boolean): string {
  if (pause !== null) return `正在${pause}，不计时`
  if (left === null) return over ? '已经办完' : '没有写办结时限'
  if (light === 'red') return `超期 ${-left} 个工作日`
  if (over) return '按时办完'
  return left === 0 ? '今天到期' : `还剩 ${left} 个工作日`
}
