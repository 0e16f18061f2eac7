import type { QueueView, TicketView } from '../../gateway/contract/line-views.ts'
import type { CounterRow } from '../../gateway/contract/staff-views.ts'
import { queueNote } from '../shared/staff/queue-note.ts'
import { say } from './words.ts'

/** Where a number may be sent. */
export interface Target {
  kind: 'queue' | 'counter'
  id: string
  name: string
  letter: string
  note: string
  /** Nobody would call there now. */
  stands: boolean
}
const MOST_COUNTERS = 8

/** Queues by letter or name; counters once their number is typed. The exact one stands first, those where nobody calls last. */
export function targetsFor(
  { transferTo, otherCounters }: { transferTo: readonly QueueView[]; otherCounters: readonly CounterRow[] },
  ticket: Pick<TicketView, 'queueId'>,
  typed: string,
): Target[] {
  const wanted = typed.normalize('NFKC').trim().toUpperCase()
  const queues = transferTo
    .filter(({ id }) => id !== ticket.queueId)
    .filter(({ series, name }) => wanted === '' || series === wanted || name.includes(wanted))
    .map(
      (queue): Target => ({
        kind: 'queue',
        id: queue.id,
        name: queue.name,
        letter: queue.series,
        note: queueNote(queue),
        stands: queue.openCounters === 0,
      }),
    )
  const counters = /^\d/.test(wanted)
    ? otherCounters.filter(({ id }) => id.startsWith(wanted)).slice(0, MOST_COUNTERS)
    : []
  return [...counters.map(counterTarget), ...queues.toSorted((one, other) => Number(one.stands) - Number(other.stands))]
}

function counterTarget({ id, state, pauseReason, number, sent }: CounterRow): Target {
  const busy = number === null ? say('counterFree') : say('counterBusy', { number })
  const note =
    state === 'open'
      ? sent === 0
        ? busy
        : say('counterSent', { busy, people: sent })
      : state === 'paused'
        ? say('pausedWhy', { reason: pauseReason ?? '' })
        : say('closed')
  return {
    kind: 'counter',
    id,
    name: say('counterName', { counterId: id }),
    letter: id,
    note,
    stands: state !== 'open',
  }
}
