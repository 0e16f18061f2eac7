import type { AlertEvent } from './events.ts'
import type { AlertsState } from './state.ts'

const ALERTS_KEPT = 200

/** Works in place, like all of evolve. */
export function evolveAlert({ byReference }: AlertsState, { reference, sender, effect, madeId }: AlertEvent): void {
  byReference.set(reference, { sender, effect, madeId })
  for (const oldest of byReference.keys()) {
    if (byReference.size <= ALERTS_KEPT) return
    byReference.delete(oldest)
  }
}
