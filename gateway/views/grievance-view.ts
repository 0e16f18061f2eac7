import type { HolidayCalendar } from '../contract/calendar.ts'
import type { GrievanceRow, GrievanceStep, GrievanceView } from '../contract/grievances.ts'
import { SETTLE_WITHIN_DAYS, isOpenStage } from '../contract/grievance-clocks.ts'
import { dayAt } from '../contract/hall-time.ts'
import { workingDaysBetween } from '../contract/working-days.ts'
import { dueReminders } from '../domain/grievances/remind.ts'
import type { Grievance } from '../domain/grievances/state.ts'
import type { HallModel } from '../domain/hall-model.ts'

/** What was written, kept beside the log. */
export interface Written {
  words: string | null
  answer: string | null
}
const DAY_MS = 86_400_000

/** For whoever holds the code. `now` epoch ms. */
export function grievanceView(
  hallModel: HallModel,
  one: Readonly<Grievance>,
  written: Written,
  now: number,
): GrievanceView {
  const { hall, calendar } = hallModel
  const answered = one.steps.findLast(({ what }) => what === 'answered')
  const today = dayAt(now, hall.timeZone)
  const days = (Date.parse(one.settleBy) - Date.parse(one.day)) / DAY_MS
  return {
    kind: one.kind,
    stage: one.stage,
    reasons: one.reasons,
    words: written.words,
    hasContact: one.hasContact,
    counterId: one.counterId,
    clock: clockOf(one, today, calendar),
    daysOff: days - SETTLE_WITHIN_DAYS,
    // Why a grade was taken back is nobody's question.
    steps: stepsOf(hallModel, one).filter(({ what }) => what !== 'explained'),
    answer:
      answered && one.outcome !== null && written.answer !== null
        ? { at: answered.at, outcome: one.outcome, words: written.answer }
        : null,
    mayUrge: isOpenStage(one.stage) && one.stage !== 'answered' && one.urgedOn !== today,
    timeZone: hall.timeZone,
  }
}

/** A row of the supervisors' list. `today` = 2026-03-18 in the hall. */
export function grievanceRow(hallModel: HallModel, one: Readonly<Grievance>, today: string): GrievanceRow {
  const due = dueReminders(one, today)
  return {
    grievanceId: one.id,
    kind: one.kind,
    stage: one.stage,
    via: one.via,
    stars: one.stars,
    reasons: one.reasons,
    counterId: one.counterId,
    number: one.number,
    matterName: hallModel.matters.get(one.matterId ?? '')?.name ?? null,
    departmentName: hallModel.departmentNames.get(one.departmentId ?? '') ?? null,
    hasWords: one.hasWords,
    hasContact: one.hasContact,
    filedAt: one.filedAt,
    clock: clockOf(one, today, hallModel.calendar),
    light: due.some((what) => what.endsWith('late')) ? 'late' : due.length > 0 ? 'near' : 'none',
    urgedAt: one.urgedAt,
    outcome: one.outcome,
    steps: stepsOf(hallModel, one),
  }
}

const stepsOf = ({ departmentNames }: HallModel, { steps }: Readonly<Grievance>): GrievanceStep[] =>
  steps.map((step) =>
    step.what === 'assigned' ? { ...step, detail: departmentNames.get(step.detail ?? '') ?? step.detail } : step,
  )

const clockOf = (
  { day, contactBy, settleBy }: Readonly<Grievance>,
  today: string,
  calendar: HolidayCalendar,
): GrievanceRow['clock'] => ({
  filedOn: day,
  contactBy,
  settleBy,
  usedDays: Math.max(0, workingDaysBetween(day, today, calendar)),
  totalDays: SETTLE_WITHIN_DAYS,
})
