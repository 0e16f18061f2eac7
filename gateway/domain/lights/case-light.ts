import type { HolidayCalendar } from '../../contract/calendar.ts'
import { type ClockFace, type LimitClock, clockFace, severityOf } from './clock-face.ts'

/** A case or a leg as its record has it; what is shown of it follows from this and the calendar. */
export interface WatchedClocks {
  /** null = no limit is known. */
  readonly whole: LimitClock | null
  /** The step that is under way, with its own limit; null = none is, or it has none. */
  readonly step: { readonly name: string; readonly clock: LimitClock } | null
}

export interface CaseLight extends ClockFace {
  readonly limitDays: number
  /** The step whose clock this is; null = that of the whole. */
  readonly step: string | null
}

/** The worse of the whole and of the step under way; of two alike that which is due first. null = nothing limits it. */
export function caseLight(clocks: WatchedClocks, today: string, calendar: HolidayCalendar): CaseLight | null {
  const { whole, step } = clocks
  const ofWhole = whole && { ...clockFace(whole, today, calendar), limitDays: whole.limitDays, step: null }
  if (!step) return ofWhole
  const ofStep = { ...clockFace(step.clock, today, calendar), limitDays: step.clock.limitDays, step: step.name }
  if (!ofWhole) return ofStep
  const worse = severityOf(ofStep.light) - severityOf(ofWhole.light)
  if (worse !== 0) return worse > 0 ? ofStep : ofWhole
  return ofStep.dueOn.day < ofWhole.dueOn.day ? ofStep : ofWhole
}
