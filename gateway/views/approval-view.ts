import type { ApprovalLegView, ApprovalView } from '../contract/approvals.ts'
import { addDays, dayAt } from '../contract/hall-time.ts'
import { addWorkingDays, isWorkingDay } from '../contract/working-days.ts'
import { jointClock, jointDays, legClock, legPauses } from '../domain/approvals/leg-clock.ts'
import type { Approval, ApprovalLeg, CourseEntry } from '../domain/approvals/state.ts'
import { clockFace } from '../domain/lights/clock-face.ts'
import type { HolidayCalendar } from '../contract/calendar.ts'
import type { Reading } from './reading.ts'
import { sameJson } from './same-json.ts'

/** One joint approval with its legs as they are today; null = there is none under this receipt. */
export const approvalOf = (reading: Reading, receipt: string): ApprovalView | null =>
  reading.shared(
    `approval ${receipt}`,
    (own) => {
      const approval = own.state('approvals').approvals.byReceipt.get(receipt)
      const { hall, calendar } = own.hallModel
      return approval ? approvalView(approval, dayAt(own.time().now, hall.timeZone), calendar) : null
    },
    sameJson,
  )

/** `today` = 2026-03-18. */
export function approvalView(approval: Approval, today: string, calendar: HolidayCalendar): ApprovalView {
  const { promised, expected } = jointDays(approval, today, calendar)
  const joint = clockFace(jointClock(approval, today, calendar), today, calendar)
  const waiting = approval.legs.filter(
    ({ asked, finishedOn }) => asked !== null && asked.suppliedOn === null && finishedOn === null,
  )
  return {
    receipt: approval.receipt,
    flowId: approval.flowId,
    name: approval.name,
    number: approval.number,
    acceptedOn: approval.acceptedOn,
    acceptedAt: approval.acceptedAt,
    materials: approval.materials,
    promisedDays: approval.promisedDays,
    promisedOn: promised.day,
    expectedOn: expected.day,
    approximate: promised.approximate || expected.approximate,
    light: joint.light,
    deliveredOn: approval.deliveredOn,
    today,
    days: daysTo(approval.acceptedOn, lastDay(approval, expected.day, today, calendar), calendar),
    legs: approval.legs.map((leg) => legView(approval, leg, today, calendar)),
    toSupply: waiting.flatMap(({ departmentName, asked }) =>
      (asked?.materials ?? []).map((material) => ({ departmentName, material, until: asked?.until ?? null })),
    ),
    course: approval.course.map((entry) => courseLine(approval, entry)).reverse(),
  }
}

/** No drawing is longer than this. */
const MOST_DAYS = 92
function daysTo(from: string, until: string, calendar: HolidayCalendar): ApprovalView['days'] {
  const days: ApprovalView['days'] = []
  for (let day = from; day <= until && days.length < MOST_DAYS; day = addDays(day, 1))
    days.push({ day, isOff: !isWorkingDay(day, calendar) })
  return days
}
/** What is drawn ends with the last limit, the promise or today, whatever is later; and one working day for the delivery. */
function lastDay(approval: Approval, expected: string, today: string, calendar: HolidayCalendar): string {
  const dues = approval.legs.map((leg) => clockFace(legClock(approval, leg), today, calendar).dueOn.day)
  const last = [expected, approval.deliveredOn ?? today, ...dues].reduce((one, other) => (other > one ? other : one))
  return addWorkingDays(last, 1, calendar).day
}

function legView(approval: Approval, leg: ApprovalLeg, today: string, calendar: HolidayCalendar): ApprovalLegView {
  const { light, used, left, pausedDays, dueOn } = clockFace(legClock(approval, leg), today, calendar)
  const { legId, matterName, departmentName, limitDays, asked, note, finishedOn, document } = leg
  const isAsked = asked !== null && asked.suppliedOn === null
  return {
    legId,
    matterName,
    departmentName,
    limitDays,
    stage: leg.result ?? (isAsked ? 'asked' : 'running'),
    light,
    used,
    left,
    pausedDays,
    dueOn: dueOn.day,
    approximate: dueOn.approximate,
    pauses: legPauses(leg, '').map(({ from, until }) => ({ from, until })),
    asked: asked && { ...asked, materials: [...asked.materials] },
    note,
    finishedOn,
    document,
  }
}

const courseLine = ({ legs }: Approval, { at, what, legId, words }: CourseEntry): ApprovalView['course'][number] => {
  const leg = legs.find((one) => one.legId === legId)
  return { at, what, words: [leg?.departmentName, words].filter((part) => part != null).join('：') }
}
