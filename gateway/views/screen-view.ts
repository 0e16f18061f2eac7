import type { ScreenView } from '../contract/display-views.ts'
import { isAbsent } from '../domain/line/arrival.ts'
import { requeueUntil } from '../domain/line/requeue-until.ts'
import { hourAt } from '../contract/hall-time.ts'
import { isOutOfHours } from '../domain/line/open-hours.ts'
import { ticketsIn } from '../domain/line/state.ts'
import { callView } from './call-view.ts'
import { dutyOnWalls } from './duty-view.ts'
import { emergencyShown } from './emergency-view.ts'
import { countersFor } from './facts.ts'
import { noticesOn } from './notice-view.ts'
import { hallHead, hallNotNow } from './queue-view.ts'
import type { Reading } from './reading.ts'
import { wallView } from './wall-view.ts'

const CALLS_SHOWN = 20
const MISSED_SHOWN = 12
/** Younger ones are all shown, so that no wall misses one that must be spoken. */
const YOUNG_MS = 60_000

/** What a wall may show; null when there is no such screen. */
export function screenView(reading: Reading, screenId: string): ScreenView | null {
  const { hallModel } = reading
  const screen = hallModel.hall.screens.find((one) => one.id === screenId)
  if (!screen) return null
  const queues = queuesWhere(reading, screen.zones)
  const { recent, takenBack } = reading.state('calls').calls
  const { wall, rows } = wallView(reading, screen)
  const isOver = reading.shared('out of hours', outOfHours, Object.is)
  return {
    hall: hallHead(hallModel),
    screen: { id: screen.id, name: screen.name, rows: rows.rows, voice: screen.voice },
    calls: recent
      .filter(({ counterId }) => isIn(reading, screen.zones, counterId))
      .map((call) => callView(reading, call))
      // After hours nobody is to follow a call that has ended.
      .filter(({ standing }) => !isOver || standing === 'called')
      .filter(
        ({ calledAt, standing }, place) =>
          place < CALLS_SHOWN || standing === 'called' || reading.isBefore(calledAt + YOUNG_MS + 1),
      ),
    takenBack: [...takenBack],
    queues,
    missed: missedNumbers(reading, queues),
    requeueWithinMinutes: hallModel.hall.missed.withinMinutes,
    duty: dutyOnWalls(reading),
    notNow: hallNotNow(reading),
    wall,
    ...noticesOn(reading, { kind: 'screen', id: screen.id, zones: screen.zones }),
    emergency: emergencyShown(reading),
  }
}

const outOfHours = ({ hallModel, time }: Reading): boolean =>
  isOutOfHours(hallModel, hourAt(time().now, hallModel.hall.timeZone))

/** Whether a counter is in one of these zones; no zones = the whole hall. */
export const isIn = ({ hallModel }: Reading, zones: readonly string[], counterId: string): boolean =>
  zones.length === 0 || zones.includes(hallModel.counters.get(counterId)?.zone ?? '')

/** The queues that a counter around here calls, in the hall's order. */
export const queuesWhere = (reading: Reading, zones: readonly string[]): string[] =>
  reading.hallModel.hall.queues
    .filter(({ id }) => countersFor(reading, id).some((counter) => isIn(reading, zones, counter.id)))
    .map(({ id }) => id)

/** Numbers that were called in vain and may still be put back, the latest first. */
function missedNumbers(reading: Reading, queues: readonly string[]): string[] {
  const here = new Set(queues)
  return (
    ticketsIn(reading.state(...queues.map((id) => `queue:${id}` as const)), 'missed')
      // Nobody called whoever had not come: there is nothing to be told on a wall.
      .filter(
        (one) => here.has(one.queueId) && !isAbsent(one) && reading.isBefore(requeueUntil(reading.hallModel, one) + 1),
      )
      .sort((one, other) => (other.missedAt ?? 0) - (one.missedAt ?? 0))
      .slice(0, MISSED_SHOWN)
      .map(({ number }) => number)
  )
}
