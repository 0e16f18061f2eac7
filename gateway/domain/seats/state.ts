import type { LoggedEvent } from '../events.ts'

/** Who works at which counter today: the work number of whoever did something there last. Nobody is at two counters. */
export interface SeatsState {
  byCounter: Map<string, string>
}
export const noSeats = (): SeatsState => ({ byCounter: new Map() })

interface WithSeats {
  readonly seats: SeatsState
}
/** What only somebody who stands at the counter does. */
const atCounter: ReadonlySet<LoggedEvent['type']> = new Set([
  'counter-opened',
  'counter-paused',
  'ticket-called',
  'ticket-recalled',
  'ticket-resumed',
  'step-undone',
])
const leaving: LoggedEvent['type'] = 'counter-closed'

/** The work number of an actor; null = a machine, a token, nobody. */
export const numberOf = (actor: string): string | null => /^staff (\S+)$/.exec(actor)?.[1] ?? null

/** The counter at which somebody sits; null = at none today, or they left it. */
export function seatOf({ seats }: WithSeats, number: string): string | null {
  for (const [counterId, one] of seats.byCounter) if (one === number) return counterId
  return null
}

/** Works in place, like all of evolve. */
export function evolveSeats({ seats }: WithSeats, event: LoggedEvent): void {
  const counterId = 'counterId' in event ? event.counterId : null
  if (counterId === null) return
  if (event.type === leaving) seats.byCounter.delete(counterId)
  const number = numberOf(event.actor)
  if (number === null || !atCounter.has(event.type)) return
  const before = seatOf({ seats }, number)
  if (before !== null && before !== counterId) seats.byCounter.delete(before)
  seats.byCounter.set(counterId, number)
}
