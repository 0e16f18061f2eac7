import { addWorkingDays, workingDaysBetween } from '../contract/working-days.ts'
import type { HolidayCalendar } from '../contract/calendar.ts'
import type { CaseReport, CaseStatus, CaseView, Light } from '../contract/cases.ts'

const statusWords: Record<CaseStatus, string> = {
  accepted: '已受理',
  'needs-correction': '需补正',
  'under-review': '审核中',
  decided: '已办结',
  delivered: '已送达',
  withdrawn: '已撤回',
  rejected: '不予许可',
}
const isOver = (status: CaseStatus): boolean => ['decided', 'delivered', 'withdrawn', 'rejected'].includes(status)
const YELLOW_LEFT = 1
const YELLOW_USED = 0.8

/** Yellow when at most 1 working day is left or 80 % are used; red when over. `used` and `limit` in working days. */
export function lightOf(used: number, limit: number): Exclude<Light, 'paused'> {
  if (used > limit) return 'red'
  // On-the-spot matters are due the same day: that day is neither late nor a warning.
  if (limit === 0) return 'green'
  return limit - used <= YELLOW_LEFT || used / limit >= YELLOW_USED ? 'yellow' : 'green'
}

/** Working days from the day after `from` to `to`, less those under a special procedure (行政许可法 45), each day once. */
function countedDays(from: string, to: string, pauses: CaseReport['pauses'], calendar: HolidayCalendar): number {
  if (to <= from) return 0
  const stopped = [...pauses]
    .map((pause) => ({ from: pause.from, until: pause.until !== null && pause.until < to ? pause.until : to }))
    .filter((pause) => pause.from <= pause.until)
    .sort((one, other) => one.from.localeCompare(other.from))
  let paused = 0
  let seenTo = from
  for (const pause of stopped) {
    const begin = dayBefore(pause.from) > seenTo ? dayBefore(pause.from) : seenTo
    if (pause.until <= begin) continue
    paused += workingDaysBetween(begin, pause.until, calendar)
    seenTo = pause.until
  }
  return workingDaysBetween(from, to, calendar) - paused
}
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** What anybody with the receipt may see on `today`; `dayOf` gives the hall's day of an epoch time. The day of acceptance does not count. */
export function caseView(
  report: CaseReport,
  today: string,
  calendar: HolidayCalendar,
  dayOf: (at: number) => string,
): CaseView {
  const { status, pauses, acceptedOn } = report
  const finishedOn = report.finishedAt === null ? null : dayOf(report.finishedAt)
  const over = finishedOn !== null || isOver(status)
  const until = finishedOn ?? (over ? dayOf(report.reportedAt) : today)
  const limit = report.promisedDays ?? report.statutoryDays
  const pause = over
    ? undefined
    : pauses.find(({ from, until: end }) => from <= today && (end === null || end >= today))
  const used = limit === null ? null : countedDays(acceptedOn, until, pauses, calendar)
  // On-the-spot: any working day after the day of acceptance is over the limit.
  const left = limit === null || used === null ? null : limit - used
  const light: Light = pause
    ? 'paused'
    : limit === null || used === null
      ? 'green'
      : over
        ? used > limit
          ? 'red'
          : 'green'
        : lightOf(used, limit)
  const pausedSoFar = workingDaysBetween(acceptedOn, until, calendar) - countedDays(acceptedOn, until, pauses, calendar)
  return {
    receipt: report.receipt,
    matterName: report.matterName,
    departmentName: report.departmentName,
    status,
    statusWords: statusWords[status],
    advice: report.advice,
    acceptedOn,
    promisedOn: limit === null ? null : addWorkingDays(acceptedOn, limit + pausedSoFar, calendar),
    finishedOn,
    light,
    lightWords: wordsOf(light, pause?.name ?? null, left, over),
    daysLeft: over || pause ? null : left,
    steps: report.steps.map((step) => {
      const state =
        step.endedAt !== null ? 'done' : step.startedAt !== null && !over ? 'current' : over ? 'done' : 'to-come'
      const end = step.endedAt === null ? until : dayOf(step.endedAt)
      const stepUsed =
        step.startedAt === null || step.limitDays === null
          ? null
          : countedDays(dayOf(step.startedAt), end, pauses, calendar)
      return {
        name: step.name,
        startedAt: step.startedAt,
        endedAt: step.endedAt,
        state,
        usedDays: stepUsed,
        limitDays: step.limitDays,
        light:
          stepUsed === null || step.limitDays === null
            ? null
            : state === 'current' && pause
              ? 'paused'
              : lightOf(stepUsed, step.limitDays),
      }
    }),
    reportedAt: report.reportedAt,
  }
}

function wordsOf(light: Light, pause: string | null, left: number | null, over: boolean): string {
  if (pause !== null) return `正在${pause}，不计时`
  if (left === null) return over ? '已经办完' : '没有写办结时限'
  if (light === 'red') return `超期 ${-left} 个工作日`
  if (over) return '按时办完'
  return left === 0 ? '今天到期' : `还剩 ${left} 个工作日`
}
