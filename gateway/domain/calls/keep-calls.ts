import type { Call } from './state.ts'

/** Every wall has something to list, and a screen that was away for a minute misses none that must be spoken. */
const NEWEST = 20
const YOUNG_MS = 60_000
/** Looking through the list at every call would make the replay of a year slow. */
const SWEEP_EACH = 64

/** Forgets, in place, calls that no screen needs: of `calls`, newest first, stay the last 20, those of the last minute, and each counter's last. */
export function keepCalls(calls: Call[]): void {
  if (calls.length % SWEEP_EACH !== 0) return
  const newest = calls[0]?.calledAt ?? 0
  const seen = new Set<string>()
  const kept = calls.filter((call, place) => {
    const lastOfCounter = !seen.has(call.counterId)
    seen.add(call.counterId)
    return place < NEWEST || lastOfCounter || newest - call.calledAt <= YOUNG_MS
  })
  calls.splice(0, calls.length, ...kept)
}
