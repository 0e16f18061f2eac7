import { counterState } from '../counters/state.ts'
import type { HallModel } from '../hall-model.ts'
import { nextTicket } from './next-ticket.ts'
import type { OfficeState } from '../office-state.ts'

/** Open counters without a number for which somebody waits, where the hall lets them call by themselves. `now` in epoch ms. */
export function idleCounters(hallModel: HallModel, state: OfficeState, now: number): string[] {
  if (hallModel.hall.autoCall === null) return []
  return hallModel.hall.counters
    .filter(
      ({ id, autoCall }) =>
        autoCall && counterState(state, id).state === 'open' && counterState(state, id).ticketId === null,
    )
    .filter((counter) => nextTicket(hallModel, state, counter, now) !== null)
    .map(({ id }) => id)
}

/**
 * Which counters call now: idle for the whole grace. `since` remembers from when (epoch ms) and is brought up to date; a counter
 * that was not idle in between starts anew.
 */
export function dueCounters(
  since: Map<string, number>,
  idle: readonly string[],
  now: number,
  graceMs: number,
): string[] {
  for (const counterId of since.keys()) if (!idle.includes(counterId)) since.delete(counterId)
  for (const counterId of idle) if (!since.has(counterId)) since.set(counterId, now)
  return idle.filter((counterId) => now - (since.get(counterId) ?? now) >= graceMs)
}
