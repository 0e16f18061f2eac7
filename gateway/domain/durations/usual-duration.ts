import { quantileOfSorted } from '../waits/quantile.ts'
import type { Ticket } from '../line/ticket.ts'
import { type Durations, keyOf } from './state.ts'

/** Fewer visits than that say nothing. */
const ENOUGH = 8

/** How long visits of this matter usually take, in whole minutes: half of them lie in between. null = too few were seen. */
export function usualDuration(
  durations: Durations,
  ticket: Pick<Ticket, 'queueId' | 'matterId'>,
): { lowMinutes: number; highMinutes: number } | null {
  const seen = durations.get(keyOf(ticket)) ?? []
  if (seen.length < ENOUGH) return null
  const sorted = seen.toSorted((one, other) => one - other)
  const minutes = (share: number): number => Math.max(1, Math.round(quantileOfSorted(sorted, share)))
  return { lowMinutes: minutes(0.25), highMinutes: minutes(0.75) }
}
