import type { RatingsView } from '../contract/grievances.ts'
import { isOpenStage } from '../contract/grievance-clocks.ts'
import { dayAt } from '../contract/hall-time.ts'
import type { GradeCounts } from '../contract/ratings.ts'
import { noCounts } from '../domain/ratings/state.ts'
import { grievanceRow } from './grievance-view.ts'
import type { Reading } from './reading.ts'

/** So many that have ended are still listed. */
const ENDED_SHOWN = 50

/** The supervisors' section 评价: sums, and what must be followed up, the most pressing first. */
export function ratingsView(reading: Reading): RatingsView {
  const { hallModel } = reading
  const { ratings, grievances, day } = reading.state('ratings', 'grievances')
  const today = dayAt(reading.time().now, hallModel.hall.timeZone)
  const all = [...grievances.byId.values()].map((one) => grievanceRow(hallModel, one, today))
  const open = all.filter(({ stage }) => isOpenStage(stage)).sort(byUrgency)
  const ended = all.filter(({ stage }) => !isOpenStage(stage)).sort((one, other) => other.filedAt - one.filedAt)
  return {
    today: [...(ratings.days.find((one) => one.day === day)?.counts ?? noCounts())],
    days: ratings.days.map((one) => ({ day: one.day, counts: [...one.counts] })),
    counters: [...hallModel.counters.keys()].flatMap((counterId) => {
      const own = ratings.byCounter.get(counterId)
      return own ? [{ counterId, counts: copied(own.counts) }] : []
    }),
    grievances: [...open, ...ended.slice(0, ENDED_SHOWN)],
    departments: hallModel.hall.departments.map(({ id, name }) => ({ id, name })),
  }
}

const copied = (counts: Readonly<GradeCounts>): GradeCounts => [...counts]

const lights = { late: 0, near: 1, none: 2 } as const
type Row = RatingsView['grievances'][number]
const isUntouched = ({ stage }: Row): number => (stage === 'new' ? 0 : 1)
const byUrgency = (one: Row, other: Row): number =>
  lights[one.light] - lights[other.light] ||
  isUntouched(one) - isUntouched(other) ||
  one.clock.settleBy.localeCompare(other.clock.settleBy) ||
  one.filedAt - other.filedAt
