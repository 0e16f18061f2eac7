import type { CounterView } from '../contract/staff-views.ts'
import { ticketsIn } from '../domain/line/state.ts'
import { movedOn, slipOf } from '../domain/line/undo-step.ts'
import { requeueUntil } from '../domain/line/requeue-until.ts'
import type { Ticket } from '../domain/line/ticket.ts'
import { usualDuration } from '../domain/durations/usual-duration.ts'
import { shownRange } from '../domain/waits/shown-range.ts'
import { emergencyShown } from './emergency-view.ts'
import { counterFact, lineFact, orderAt, queuesAt, ticketFact, waitingIn, waitsFact } from './facts.ts'
import { devicesAt } from './counter-devices.ts'
import { helpOpen } from './help-view.ts'
import { hallHead } from './queue-view.ts'
import { gradesShown } from './rating-view.ts'
import type { Reading } from './reading.ts'
import { waitingAt } from './strip-view.ts'
import { inWords, matterName, ticketRow, ticketView } from './ticket-view.ts'

/** So many of those who wait are told to a clerk; the page says how many more there are. */
const LINE_SHOWN = 12

/** What the clerk at one counter sees; null when there is no such counter. */
export function counterView(reading: Reading, counterId: string): CounterView | null {
  const { hallModel } = reading
  const counter = hallModel.counters.get(counterId)
  if (!counter) return null
  const own = counterFact(reading, counterId)
  const ticket = ticketFact(reading, own.ticketId)
  const guide = hallModel.matters.get(ticket?.matterId ?? '')?.guide ?? null
  const queues = queuesAt(reading, counterId)
  const held = ticketsIn(reading.state(`counter:${counterId}`), 'held')
    .filter((one) => one.counterId === counterId)
    .flatMap(({ id }) => ticketFact(reading, id) ?? [])
  return {
    hall: hallHead(hallModel),
    counterId,
    queues: queues.map((id) => ({ id, name: hallModel.queues.get(id)?.name ?? id })),
    state: own.state,
    pauseReason: own.pauseReason,
    pauseReasons: hallModel.hall.pauseReasons,
    ticket: ticket && ticketView(reading, ticket),
    materials: guide?.materials.map((material) => material.name) ?? [],
    matterNote: noteOf(guide?.promisedDays ?? null),
    line: orderAt(reading, counter, LINE_SHOWN).flatMap((id) => lineEntry(reading, id) ?? []),
    waiting: waitingAt(reading, counterId),
    wait: queues[0] === undefined ? null : shownRange(waitOfNewcomer(reading, queues[0])),
    held: held.map((one) => ticketRow(reading, one)),
    missed: missedAt(reading, counterId).map((one) => ticketRow(reading, one)),
    usual: ticket && usualDuration(reading.state(`queue:${ticket.queueId}`).durations, ticket),
    devices: devicesAt(reading, counter),
    help: helpOpen(reading).find(({ from, left }) => from === `${counterId} 号窗口` && !left) ?? null,
    callByChoice: hallModel.hall.callByChoice,
    undo: undoOf(reading, counterId),
    today: {
      finished: own.finished,
      averageMinutes: own.finished === 0 ? null : Math.max(1, Math.round(own.servedMs / own.finished / 60_000)),
    },
    grades: gradesShown(reading, counterId),
    emergency: emergencyShown(reading),
  }
}

const waitOfNewcomer = (reading: Reading, queueId: string) =>
  waitsFact(reading, queueId).of(waitingIn(reading, queueId), null)

const noteOf = (promisedDays: number | null): string | null => {
  if (promisedDays === null) return null
  return promisedDays === 0 ? '即办件' : `承诺 ${promisedDays} 个工作日`
}

function lineEntry(reading: Reading, ticketId: string): CounterView['line'][number] | null {
  const ticket = ticketFact(reading, ticketId)
  if (!ticket) return null
  const { hallModel } = reading
  const key = ticket.forCounter === null ? ticket.queueId : `@${ticket.forCounter}`
  const { order, why } = lineFact(reading, key)
  return {
    ticketId,
    number: ticket.number,
    state: ticket.status,
    takenAt: ticket.takenAt,
    matterName: matterName(hallModel, ticket),
    queueName: hallModel.queues.get(ticket.queueId)?.name ?? ticket.queueId,
    priority: ticket.priority,
    whyNext: order[0] === ticketId && why !== null ? inWords(hallModel, why) : null,
    appointmentAt: ticket.appointment?.at ?? null,
  }
}

/** Missed here and still to come back, the last first. */
const missedAt = (reading: Reading, counterId: string): Ticket[] =>
  ticketsIn(reading.state(`counter:${counterId}`), 'missed')
    .filter((one) => one.counterId === counterId && reading.isBefore(requeueUntil(reading.hallModel, one)))
    .toReversed()
    // Each under its own name: a slip that comes out late changes a row here too.
    .flatMap(({ id }) => ticketFact(reading, id) ?? [])

/** The last steps, which are taken back as one; null = none. */
function undoOf(reading: Reading, counterId: string): CounterView['undo'] {
  const slip = slipOf(reading.state(`counter:${counterId}`).line.lastSteps.get(counterId) ?? [])
  const [last] = slip
  if (!last) return null
  const stuck = movedOn(slip, (ticketId) => ticketFact(reading, ticketId)?.touchedSeq ?? null)
  return {
    seq: last.seq,
    number: last.ticket.number,
    step: last.step,
    steps: slip.map(({ ticket, step }) => ({ number: ticket.number, step })).toReversed(),
    stuck: stuck === null ? null : stuck.ticket.number,
    until: last.at + reading.hallModel.hall.undoSeconds * 1000,
  }
}
