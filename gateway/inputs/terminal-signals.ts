import type { Signal, SignalsView } from '../contract/signals.ts'
import { after, wallTime } from '../time.ts'

type News = Signal extends infer One ? (One extends Signal ? Omit<One, 'nth'> : never) : never
export interface TerminalSignals {
  tell(terminalId: string, news: News): void
  viewOf(terminalId: string): SignalsView
  close(): void
}

/** A page that was away for longer must not act on what an earlier visitor held before the scanner. */
const KEPT_MS = 4_000
const MOST = 12

/** What scanners and keypads just said, for the terminal's page; forgotten after seconds. */
export function terminalSignals(invalidate: () => void): TerminalSignals {
  const kept = new Map<string, Signal[]>()
  const timers = new Set<() => void>()
  // A page must not take the first signal after a restart for one that it has seen.
  let nth = wallTime()
  return {
    tell(terminalId, said) {
      nth += 1
      const signal = { ...said, nth } as Signal
      kept.set(terminalId, [...(kept.get(terminalId) ?? []), signal].slice(-MOST))
      invalidate()
      const stop = after(KEPT_MS, () => {
        timers.delete(stop)
        kept.set(
          terminalId,
          (kept.get(terminalId) ?? []).filter((one) => one !== signal),
        )
        invalidate()
      })
      timers.add(stop)
    },
    viewOf: (terminalId) => ({ signals: kept.get(terminalId) ?? [] }),
    close() {
      for (const stop of timers) stop()
    },
  }
}
