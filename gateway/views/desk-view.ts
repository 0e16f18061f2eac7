import type { DeskView } from '../contract/staff-views.ts'
import type { FiguresView } from '../contract/line-views.ts'
import { consultationsShown } from './consultations-view.ts'
import { errandsShown } from './errand-view.ts'
import { emergencyShown } from './emergency-view.ts'
import { escalationsOpen } from './escalation-view.ts'
import { queuesAt } from './facts.ts'
import { helpOpen, helpToday } from './help-view.ts'
import { noticesOn } from './notice-view.ts'
import { hallHead } from './queue-view.ts'
import type { Reading } from './reading.ts'
import { staffNamesFact } from './staff-names.ts'
import { sameJson } from './same-json.ts'

/** Of those whose visit is over so many are kept at hand. */
const OVER_SHOWN = 300

/** The guides' desk. */
export function deskView(reading: Reading): DeskView {
  const { hall } = reading.hallModel
  const { assigned } = reading.state('serving').counters
  return {
    hall: hallHead(reading.hallModel),
    help: helpOpen(reading),
    helpToday: helpToday(reading),
    consultations: consultationsShown(reading),
    errands: errandsShown(reading),
    colleagues: Object.entries(staffNamesFact(reading))
      .map(([number, name]) => ({ number, name }))
      .toSorted((one, other) => one.number.localeCompare(other.number)),
    departments: hall.departments.map(({ id, name }) => ({ id, name })),
    escalations: escalationsOpen(reading).filter(({ to }) => to === 'guides'),
    notices: noticesOn(reading, { kind: 'desk' }).notices,
    requeueWithinMinutes: hall.missed.withinMinutes,
    undoSeconds: hall.undoSeconds,
    counters: hall.counters.map(({ id, zone, queues }) => ({
      id,
      zone,
      queues: [...queuesAt(reading, id)],
      changed: assigned.has(id),
      usual: queues,
    })),
    desks: hall.guideDesks.map(({ id, name, printer }) => ({ id, name, printerId: printer })),
    emergency: emergencyShown(reading),
  }
}

/** Figures of the whole hall. */
export const figuresView = (reading: Reading): FiguresView =>
  reading.shared(
    'figures',
    (own) => {
      const { line } = own.state('log')
      const waiting = (line.byStatus.get('waiting')?.size ?? 0) + (line.byStatus.get('transferred')?.size ?? 0)
      return { waiting, takenToday: line.tickets.size }
    },
    sameJson,
  )

/** Ids of the numbers that staff have at hand: all that are open, and the last of those that are over. */
export function ticketsAtHand(reading: Reading): string[] {
  const { byStatus } = reading.state('log').line
  const open = (['waiting', 'transferred', 'called', 'serving', 'held', 'missed'] as const).flatMap((status) => [
    ...(byStatus.get(status) ?? []),
  ])
  const over = (['done', 'cancelled', 'expired'] as const).flatMap((status) =>
    [...(byStatus.get(status) ?? [])].slice(-OVER_SHOWN),
  )
  return [...open, ...over]
}

/** Ids of the lines in which somebody may wait: queues, and counters to which somebody was sent. */
export const linesInHall = (reading: Reading): string[] => [
  ...reading.hallModel.hall.queues.map(({ id }) => id),
  ...[...reading.state('log').line.lines.keys()].filter((key) => key.startsWith('@')),
]
