import { addMonths, addNaturalDays, workingDaysBetween } from '../contract/working-days.ts'
import type { HolidayCalendar } from '../contract/calendar.ts'
import { epochOf } from '../contract/hall-time.ts'
import type { CaseTime } from './read-case-sheet.ts'

/** Clocks of the hall, whatever the computer's; limits in days, months and years end on the day that the law says (民法典 201 to 203). */
export const caseTimeOf = (timeZone: string, calendar: HolidayCalendar): CaseTime => ({
  at: (day, clock) => epochOf(day, clock, timeZone),
  workingDays(acceptedOn, { days, unit }) {
    const whole = Math.ceil(days)
    switch (unit) {
      case '工作日':
        return whole
      case '小时':
        return Math.ceil(days / 8)
      case '自然日':
        return workingDaysBetween(acceptedOn, addNaturalDays(acceptedOn, whole, calendar).day, calendar)
      case '月':
        return workingDaysBetween(acceptedOn, addMonths(acceptedOn, whole, calendar).day, calendar)
      case '年':
        return workingDaysBetween(acceptedOn, addMonths(acceptedOn, Math.ceil(days * 12), calendar).day, calendar)
    }
  },
})
