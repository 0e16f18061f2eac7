import type { Reminder } from '../../contract/grievances.ts'
import { isOpenStage } from '../../contract/grievance-clocks.ts'
import type { GrievanceEvent } from './events.ts'
import type { Grievance, GrievancesState } from './state.ts'

/** What the calendar brings about: each limit that comes near or has passed is said once. `day` = 2026-03-18. */
export const remindGrievances = ({ byId }: GrievancesState, day: string): GrievanceEvent[] =>
  [...byId.values()].flatMap((one) =>
    dueReminders(one, day)
      .filter((what) => !one.reminded.includes(what))
      .map((what): GrievanceEvent => ({ type: 'grievance-reminded', grievanceId: one.id, what })),
  )

/** Which limits are near or over; an answer has stopped all clocks, a contact the first. */
export function dueReminders(
  { stage, contactedAt, contactBy, remindOn, settleBy }: Readonly<Grievance>,
  day: string,
): Reminder[] {
  if (!isOpenStage(stage) || stage === 'answered') return []
  const due: Reminder[] = []
  if (contactedAt === null && day > contactBy) due.push('contact-late')
  else if (contactedAt === null && day === contactBy) due.push('contact-due')
  if (day > settleBy) due.push('settle-late')
  else if (day >= remindOn) due.push('settle-near')
  return due
}
