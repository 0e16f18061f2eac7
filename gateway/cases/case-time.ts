import type { HolidayCalendar } from '../contract/calendar.ts'
import { epochOf } from '../contract/hall-time.ts'
import { inWorkingDays } from '../contract/working-days.ts'
import type { CaseTime } from './read-case-sheet.ts'

/** Clocks of the hall, whatever the computer's; limits in days, months and years end on the day that the law says (民法典 201 to 203). */
export const caseTimeOf = (timeZone: string, calendar: HolidayCalendar): CaseTime => ({
  at: (day, clock) => epochOf(day, clock, timeZone),
  workingDays: (acceptedOn, limit) => inWorkingDays(acceptedOn, limit, calendar),
})
