import type { QueueView, TicketView } from '../../../../gateway/contract/line-views.ts'
import type { CounterRow } from '../../../../gateway/contract/staff-views.ts'
import { queueNote } from '../queue-note.ts'
import { say } from './words.ts'

/** Where a number may be sent. */
export interface Target {
  kind: 'queue' | 'counter' | 'person'
  id: string
  name: string
  letter: string
  note: string
  /** Nobody would call there now. */
  stands: boolean
}
/** The queues and counters of the hall; a counter's own is not among them. */
export interface TransferPlaces {
  queues: readonly QueueView[]
  counters: readonly CounterRow[]
}
const MOST_COUNTERS = 8

/**
 * Queues by letter or name; counters once their number is typed; people who sit at a counter by work number or name. The exact one stands first,
 * those where nobody calls last.
 */
export function targetsFor(
  { queues: all, counters: otherCounters }: TransferPlaces,
  ticket: Pick<TicketView, 'queueId'>,
  typed: string,
): Target[] {
  const wanted = typed.normalize('NFKC').trim().toUpperCase()
  const queues = all
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
  const people = otherCounters
    .filter(({ staff }) => staff !== null && wanted !== '' && isCalled(staff, wanted))
    .slice(0, MOST_COUNTERS)
    .map(personTarget)
  return [
    ...people.filter(({ id }) => id === wanted),
    ...counters.map(counterTarget),
    ...people.filter(({ id }) => id !== wanted),
    ...queues.toSorted((one, other) => Number(one.stands) - Number(other.stands)),
  ]
}

const isCalled = ({ number, name }: { number: string; name: string }, wanted: string): boolean =>
  number.startsWith(wanted) || name.replaceAll('*', '').startsWith(wanted)

/** Somebody by name: the number goes along when they change the counter. */
const personTarget = (row: CounterRow): Target => ({
  ...counterTarget(row),
  kind: 'person',
  id: row.staff?.number ?? '',
  letter: row.staff?.number ?? '',
  name: say('personName', { name: row.staff?.name ?? '', counterId: row.id }),
})

function counterTarget({ id, state, pauseReason, number, sent }: CounterRow): Target {
  const busy = number === null ? say('counterFree') : say('counterBusy', { number })
  const note =
    state === 'open'
      ? sent === 0
        ? busy
        : say('counterSent', { busy, people: sent })
      : state === 'paused'
        ? say('paused', { reason: pauseReason ?? '' })
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
