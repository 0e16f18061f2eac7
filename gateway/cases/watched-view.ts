import type { HolidayCalendar } from '../contract/calendar.ts'
import type { CaseReport } from '../contract/cases.ts'
import { addDays } from '../contract/hall-time.ts'
import type { LightRow } from '../contract/lights.ts'
import type { WatchedCaseView, WatchedDay, WatchedStep } from '../contract/watched-cases.ts'
import { isWorkingDay } from '../contract/working-days.ts'
import { caseLight } from '../domain/lights/case-light.ts'
import { type LimitClock, clockFace } from '../domain/lights/clock-face.ts'
import { pauseOn } from '../domain/lights/count-days.ts'
import { caseClocks, isOver, limitOf, watchedClocks } from './case-clocks.ts'

export interface OnDay {
  today: string
  calendar: HolidayCalendar
  /** The hall's day of an epoch time. */
  dayOf: (at: number) => string
}

/** A case for those who look after the limits. `known`: what the log knows of its light; null = it never changed. */
export function watchedView(
  caseId: string,
  report: CaseReport,
  known: LightRow | null,
  { today, calendar, dayOf }: OnDay,
): WatchedCaseView {
  const found = caseLight(watchedClocks(report, dayOf), today, calendar)
  const row: LightRow = known ?? {
    caseId,
    matterName: report.matterName,
    departmentName: report.departmentName,
    light: found?.light ?? 'green',
    why: found?.why ?? 'in-time',
    since: report.reportedAt,
    step: found?.step ?? null,
    used: found?.used ?? 0,
    limitDays: found?.limitDays ?? 0,
    dueOn: found?.dueOn.day ?? '',
    approximate: found?.dueOn.approximate ?? false,
    procedure: found?.procedure ?? null,
    left: found?.left ?? 0,
    pausedDays: 0,
    urged: 0,
    wantsAnswer: false,
    chief: null,
  }
  const { steps } = caseClocks(report, dayOf)
  const over = isOver(report)
  return {
    ...row,
    receipt: report.receipt,
    applicant: report.applicant,
    status: report.status,
    acceptedOn: report.acceptedOn,
    promisedDays: limitOf(report),
    steps: report.steps.map((step, nth): WatchedStep => {
      const clock = steps[nth] ?? null
      const face = clock && clockFace(clock, today, calendar)
      return {
        name: step.name,
        state: step.endedAt !== null || over ? 'done' : step.startedAt === null ? 'to-come' : 'current',
        startedAt: step.startedAt,
        endedAt: step.endedAt,
        used: face?.used ?? null,
        limitDays: step.limitDays,
        pausedDays: face?.pausedDays ?? 0,
        light: face?.light ?? null,
        by: step.by,
        note: step.note,
      }
    }),
    approval: null,
  }
}

/** No strip of days is longer than this. */
const MOST_DAYS = 62

/** The days of a clock from its acceptance on, until it is due or to today when that is later. */
export function clockDays(clock: LimitClock, { today, calendar }: OnDay): WatchedDay[] {
  const { dueOn } = clockFace(clock, today, calendar)
  const last = dueOn.day > today ? dueOn.day : today
  const days: WatchedDay[] = [{ day: clock.from, kind: 'accepted', nth: null, isDue: clock.limitDays === 0 }]
  let nth = 0
  for (let day = addDays(clock.from, 1); day <= last && days.length < MOST_DAYS; day = addDays(day, 1)) {
    const isOff = !isWorkingDay(day, calendar)
    const isPaused = pauseOn(day, clock.pauses) !== null && day <= today
    if (!isOff && !isPaused) nth += 1
    const kind = isOff ? 'off' : isPaused ? 'paused' : day === today ? 'today' : day < today ? 'used' : 'to-come'
    days.push({ day, kind, nth: isOff || isPaused ? null : nth, isDue: day === dueOn.day })
  }
  return days
}
