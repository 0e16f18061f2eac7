import { addDays, dayAt } from '../contract/hall-time.ts'
import type { LightRow, LightsView } from '../contract/lights.ts'
import { workingDaysBetween } from '../contract/working-days.ts'
import type { WatchedCase } from '../domain/lights/state.ts'
import { chiefOf } from '../domain/roster/on-duty.ts'
import type { Reading } from './reading.ts'
import { sameJson } from './same-json.ts'

const MOST_ROWS = 500
const order = { red: 0, yellow: 1, paused: 2, green: 3 } as const

/** Cases whose light is not green: red first, then what is due soonest, then what stands. */
export const lightsView = (reading: Reading): LightsView =>
  reading.shared(
    'lights',
    (own) => {
      const rows = [...own.state('lights').lights.watched.values()]
        .filter(({ light }) => light !== 'green')
        .map((watched) => lightRow(own, watched))
        .sort(
          (one, other) =>
            order[one.light] - order[other.light] || one.left - other.left || (one.dueOn < other.dueOn ? -1 : 1),
        )
      const count = (light: LightRow['light']): number => rows.filter((row) => row.light === light).length
      const { byReceipt } = own.state('approvals').approvals
      return {
        approvals: [...byReceipt.values()].reduce((sum, { course }) => sum + course.length, 0),
        red: count('red'),
        yellow: count('yellow'),
        paused: count('paused'),
        unanswered: rows.filter(({ wantsAnswer }) => wantsAnswer).length,
        rows: rows.slice(0, MOST_ROWS),
      }
    },
    sameJson,
  )

export function lightRow(reading: Reading, watched: WatchedCase): LightRow {
  const { calendar, hall } = reading.hallModel
  const today = dayAt(reading.time().now, hall.timeZone)
  const { caseId, matterName, departmentName, light, why, since, step, used, limitDays, dueOn } = watched
  const left = light === 'paused' ? limitDays - used : workingDaysBetween(today, dueOn, calendar)
  const stoodSince = addDays(watched.pausedFrom ?? dayAt(since, hall.timeZone), -1)
  return {
    caseId,
    matterName,
    departmentName,
    light,
    why,
    since,
    step,
    used: light === 'paused' ? used : limitDays - left,
    limitDays,
    dueOn,
    approximate: watched.approximate,
    procedure: watched.procedure,
    left,
    pausedDays: light === 'paused' ? workingDaysBetween(stoodSince, today, calendar) : 0,
    urged: watched.urged,
    wantsAnswer: light === 'red' && watched.answeredAt === null,
    chief: chiefOf(reading.state('roster').roster, departmentName, today),
  }
}
