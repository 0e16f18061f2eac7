import { addDays } from '../../contract/hall-time.ts'
import type { HolidayCalendar } from '../../contract/calendar.ts'
import { type DueDay, addWorkingDays, workingDaysBetween } from '../../contract/working-days.ts'
import { type LimitClock, clockFace } from '../lights/clock-face.ts'
import type { Pause } from '../lights/count-days.ts'
import type { Approval, ApprovalLeg } from './state.ts'

/**
 * The day of the asking was worked on; the clock stands from the next day on, up to and with the day on which the applicant brought it. `name`
 * stands in the reason of the light.
 */
export function legPauses({ asked }: ApprovalLeg, name: string): Pause[] {
  if (asked === null) return []
  const from = addDays(asked.on, 1)
  if (asked.suppliedOn !== null && asked.suppliedOn < from) return []
  return [{ name, from, until: asked.suppliedOn }]
}

export const WAITING_FOR_MATERIALS = '等补材料'

/** A leg's own clock: another department's pause does not move it. */
export const legClock = (approval: Approval, leg: ApprovalLeg): LimitClock => ({
  from: approval.acceptedOn,
  limitDays: leg.limitDays,
  endedOn: leg.finishedOn,
  pauses: legPauses(leg, WAITING_FOR_MATERIALS),
})

/** The first promise, and by when it is as things stand: a leg that was paused may end later than was promised. */
export function jointDays(
  approval: Approval,
  today: string,
  calendar: HolidayCalendar,
): { promised: DueDay; expected: DueDay } {
  const promised = addWorkingDays(approval.acceptedOn, approval.promisedDays, calendar)
  const dues = approval.legs
    .filter(({ finishedOn }) => finishedOn === null)
    .map((leg) => clockFace(legClock(approval, leg), today, calendar))
    // A leg that is late moves no promise; one whose clock stood does.
    .filter(({ pausedDays }) => pausedDays > 0)
    .map(({ dueOn }) => dueOn)
  const expected = [promised, ...dues].reduce((latest, due) => (due.day > latest.day ? due : latest))
  return { promised, expected }
}

/** The clock of the whole, up to the delivery, as things stand. */
export function jointClock(approval: Approval, today: string, calendar: HolidayCalendar): LimitClock {
  const { expected } = jointDays(approval, today, calendar)
  return {
    from: approval.acceptedOn,
    limitDays: workingDaysBetween(approval.acceptedOn, expected.day, calendar),
    endedOn: approval.deliveredOn,
    pauses: [],
  }
}
