import type { BoardView } from '../contract/board.ts'
import { minuteOf } from '../contract/hall-time.ts'
import { noCounts } from '../domain/ratings/state.ts'
import { waitedBelow } from '../domain/reports/figures.ts'
import { inLine, lineCurve } from '../domain/today/count-line.ts'
import { dutyNow } from './duty-view.ts'
import { escalationsOpen } from './escalation-view.ts'
import { helpOpen } from './help-view.ts'
import { hallHead } from './queue-view.ts'
import type { Reading } from './reading.ts'
import { sameJson } from './same-json.ts'

/** What a supervisor looks at first, on the page and on the wall. */
export function boardView(reading: Reading): BoardView {
  const { hall } = reading.hallModel
  const { ratings, day } = reading.state('ratings')
  return {
    hall: hallHead(reading.hallModel),
    hours: { from: minuteOf(hall.hours.open), to: minuteOf(hall.hours.close) },
    ...boardFigures(reading),
    curve: curveOf(reading),
    promise: { ...hall.waitPromise },
    grades: [...(ratings.days.find((one) => one.day === day)?.counts ?? noCounts())],
    help: helpOpen(reading),
    escalations: escalationsOpen(reading),
    duty: dutyNow(reading),
    floors: hall.floors.map(({ id, name, zones }) => ({ id, name, zones: zones.map((zone) => ({ ...zone })) })),
  }
}

type Figures = Pick<BoardView, 'waiting' | 'taken' | 'finished' | 'below50' | 'below90'>
const boardFigures = (reading: Reading): Figures =>
  reading.shared(
    'board figures',
    (own) => {
      const state = own.state('log')
      const { waits } = state.today
      return {
        waiting: inLine(state),
        taken: state.line.tickets.size,
        finished: state.line.byStatus.get('done')?.size ?? 0,
        below50: waitedBelow({ waits }, 0.5),
        below90: waitedBelow({ waits }, 0.9),
      }
    },
    sameJson,
  )

const curveOf = (reading: Reading): BoardView['curve'] =>
  reading.shared(
    'board curve',
    (own) => {
      const state = own.state('log')
      return lineCurve(state.today, inLine(state), own.time().now)
    },
    sameJson,
  )
