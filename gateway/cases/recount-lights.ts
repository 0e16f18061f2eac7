import type { HolidayCalendar } from '../contract/calendar.ts'
import type { CaseReport } from '../contract/cases.ts'
import type { LightCause, LightChange } from '../contract/lights.ts'
import { jointClock, legClock } from '../domain/approvals/leg-clock.ts'
import type { Approval } from '../domain/approvals/state.ts'
import { type CaseLight, type WatchedClocks, caseLight } from '../domain/lights/case-light.ts'
import { isNews } from '../domain/lights/decide.ts'
import type { LightsState } from '../domain/lights/state.ts'
import { isOver, watchedClocks } from './case-clocks.ts'

interface Named {
  caseId: string
  matterName: string
  departmentName: string
}

/**
 * Every light as the records and the calendar have it on `today`, less those that are known to be so. The nightly count, the one after a report
 * and the one that somebody asks for are this one; told twice it says nothing the second time.
 */
export function recountLights(
  sources: {
    cases: Iterable<{ caseId: string; report: CaseReport }>
    approvals: Iterable<Approval>
    lights: LightsState
  },
  { today, calendar, dayOf, cause }: Count,
): LightChange[] {
  const seen = new Set<string>()
  const changes: LightChange[] = []
  const look = (named: Named, clocks: WatchedClocks, over: boolean): void => {
    seen.add(named.caseId)
    const found = caseLight(clocks, today, calendar)
    if (found !== null) note(changeOf(named, found, over, cause))
    else if (sources.lights.watched.has(named.caseId)) note(goneOf(sources.lights, named.caseId, cause))
  }
  const note = (change: LightChange | null): void => {
    if (change !== null && isNews(sources.lights, change)) changes.push(change)
  }
  for (const { caseId, report } of sources.cases) {
    const { matterName, departmentName } = report
    look({ caseId, matterName, departmentName }, watchedClocks(report, dayOf), isOver(report))
  }
  for (const approval of sources.approvals) {
    const { receipt, name, deliveredOn } = approval
    const joint = { caseId: receipt, matterName: name, departmentName: JOINT }
    look(joint, { whole: jointClock(approval, today, calendar), step: null }, deliveredOn !== null)
    for (const leg of approval.legs) {
      const named = {
        caseId: legCaseId(receipt, leg.legId),
        matterName: leg.matterName,
        departmentName: leg.departmentName,
      }
      look(named, { whole: legClock(approval, leg), step: null }, leg.finishedOn !== null || deliveredOn !== null)
    }
  }
  // Forgotten meanwhile: nobody can count it any more.
  for (const caseId of sources.lights.watched.keys()) if (!seen.has(caseId)) note(goneOf(sources.lights, caseId, cause))
  return changes
}

interface Count {
  today: string
  calendar: HolidayCalendar
  /** The hall's day of an epoch time. */
  dayOf: (at: number) => string
  cause: LightCause
}

/** Whose light the whole of a joint approval is: nobody's alone. */
export const JOINT = '并联审批'
export const legCaseId = (receipt: string, legId: string): string => `${receipt}.${legId}`

const changeOf = (named: Named, found: CaseLight, over: boolean, cause: LightCause): LightChange => ({
  ...named,
  to: over ? 'closed' : found.light,
  why: found.why,
  cause,
  step: found.step,
  used: found.used,
  limitDays: found.limitDays,
  dueOn: found.dueOn.day,
  approximate: found.dueOn.approximate,
  procedure: found.procedure,
  pausedFrom: found.pausedFrom,
})

function goneOf({ watched }: LightsState, caseId: string, cause: LightCause): LightChange | null {
  const known = watched.get(caseId)
  if (!known) return null
  const { matterName, departmentName, step, used, limitDays, dueOn, approximate } = known
  const why = used > limitDays ? 'ended-late' : 'ended-in-time'
  return {
    caseId,
    matterName,
    departmentName,
    to: 'closed',
    why,
    cause,
    step,
    used,
    limitDays,
    dueOn,
    approximate,
    procedure: null,
    pausedFrom: null,
  }
}
