import type { Ticket } from '../line/ticket.ts'

/** Minutes that the last visits of a matter took at its counters, newest last, by `queue matter`. It outlives the day. */
export type Durations = Map<string, number[]>

/** Matters change with the seasons: so many visits back. */
const KEPT = 60

/** A visit that was served from the moment on which its visitor came; who was finished while only called tells nothing. `at` epoch ms. */
export function learnDuration(durations: Durations, ticket: Ticket, at: number): void {
  if (ticket.servingAt === null || at < ticket.servingAt) return
  const key = keyOf(ticket)
  durations.set(key, [...(durations.get(key) ?? []), (at - ticket.servingAt) / 60_000].slice(-KEPT))
}

export const keyOf = ({ queueId, matterId }: Pick<Ticket, 'queueId' | 'matterId'>): string =>
  `${queueId} ${matterId ?? ''}`
