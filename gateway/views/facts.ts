import type { Counter } from '../contract/hall.ts'
import { countersOf, queuesOf } from '../domain/counters/serving.ts'
import { type CounterState, counterState } from '../domain/counters/state.ts'
import { isPlainLine, plainHead } from '../domain/line/ahead.ts'
import { callOrder, queueOrder } from '../domain/line/next-ticket.ts'
import type { Pick } from '../domain/line/lane.ts'
import { lineOf } from '../domain/line/state.ts'
import type { Ticket } from '../domain/line/ticket.ts'
import { hangTogether } from '../domain/waits/forward-replay.ts'
import { type QueueWaits, queueWaits } from '../domain/waits/queue-waits.ts'
import type { Reading } from './reading.ts'

/** The facts that views ask for, each with the keys that it rests on. */

export const ticketFact = (reading: Reading, ticketId: string | null): Readonly<Ticket> | null =>
  ticketId === null ? null : (reading.state(`ticket:${ticketId}`).line.tickets.get(ticketId) ?? null)

export const counterFact = (reading: Reading, counterId: string): Readonly<CounterState> =>
  counterState(reading.state(`counter:${counterId}`), counterId)

export const queuesAt = (reading: Reading, counterId: string): readonly string[] =>
  queuesOf(reading.hallModel, reading.state('serving'), counterId)

export const countersFor = (reading: Reading, queueId: string): readonly Counter[] =>
  countersOf(reading.hallModel, reading.state('serving'), queueId)

/** How many stand in a queue, or for one counter (`@ID`). */
export const waitingIn = (reading: Reading, key: string): number => lineOf(reading.state(`queue:${key}`), key).length

/** Whoever may be called at a counter: those sent there, then its queues. */
export const linesAt = (reading: Reading, counterId: string): string[] => [
  `@${counterId}`,
  ...queuesAt(reading, counterId),
]

export interface LineFact {
  /** Ticket ids in the order of calling. */
  readonly order: readonly string[]
  readonly places: ReadonlyMap<string, number>
  /** Why the first one is first; null = nobody waits. */
  readonly why: Pick['why'] | null
}

/** One queue, or the line of one counter (`@ID`), in the order in which it is called. */
export const lineFact = (reading: Reading, key: string): LineFact =>
  reading.shared(`line ${key}`, (own) => makeLine(own, key), sameLine)

function makeLine(reading: Reading, key: string): LineFact {
  const { hallModel } = reading
  const state = reading.state(`queue:${key}`)
  if (isPlainLine(hallModel, state, key)) {
    const order = lineOf(state, key).slice()
    if (order[0] !== undefined) reading.state(`ticket:${order[0]}`)
    return factOf(order, plainHead(hallModel, state, key, 0))
  }
  // Appointments come due with the minute.
  const picks = queueOrder(hallModel, state, key, reading.time().now)
  return factOf(
    picks.map(({ ticket }) => ticket.id),
    picks[0] ?? null,
  )
}

const factOf = (order: readonly string[], head: Pick | null): LineFact => ({
  order,
  places: new Map(order.map((id, place) => [id, place])),
  why: head?.why ?? null,
})

const sameLine = (one: LineFact, other: LineFact): boolean =>
  one.order.length === other.order.length &&
  one.order.every((id, place) => id === other.order[place]) &&
  JSON.stringify(one.why) === JSON.stringify(other.why)

/** The first `most` that a counter would call, in order. */
export function orderAt(reading: Reading, counter: Counter, most: number): string[] {
  const state = reading.state(...linesAt(reading, counter.id).map((key) => `queue:${key}` as const), 'serving')
  return callOrder(reading.hallModel, state, counter, reading.time().now, most).map(({ ticket }) => ticket.id)
}

/** The waits of a queue; they hang on all queues and counters whose calls depend on one another. */
export const waitsFact = (reading: Reading, queueId: string): QueueWaits =>
  reading.shared(`waits ${queueId}`, (own) => makeWaits(own, queueId), sameWaits)

function makeWaits(reading: Reading, queueId: string): QueueWaits {
  const { hallModel } = reading
  const served = countersFor(reading, queueId).map(({ id }) => `counter:${id}` as const)
  const { queues, counters } = hangTogether(hallModel, reading.state('serving', 'counters', ...served), queueId)
  const state = reading.state(
    ...queues.map((id) => `queue:${id}` as const),
    ...counters.flatMap(({ id }) => [`counter:${id}` as const, `queue:@${id}` as const]),
  )
  return queueWaits(hallModel, state, queueId, reading.time().now)
}

const sameWaits = (one: QueueWaits, other: QueueWaits): boolean =>
  one.basis.length === other.basis.length && one.basis.every((part, nth) => part === other.basis[nth])
