import { hourAt } from '../contract/hall-time.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import type { LiveSources, Reading } from './reading.ts'

interface ReadingDeps {
  hallModel: HallModel
  state: OfficeState
  /** Epoch ms. */
  now: number
  live: LiveSources
}

/** Reads for one answer and remembers nothing but what is shared within it. */
export function plainReading({ hallModel, state, now, live }: ReadingDeps): Reading {
  const shared = new Map<string, unknown>()
  const minute = minuteOf(hallModel, now)
  const reading: Reading = {
    hallModel,
    state: () => state,
    live: () => live,
    time: () => minute,
    isBefore: (at) => now < at,
    shared<T>(name: string, make: (own: Reading) => T): T {
      if (!shared.has(name)) shared.set(name, make(reading))
      return shared.get(name) as T
    },
  }
  return reading
}

/** The minute in which an epoch time lies: `now` is its beginning. */
export function minuteOf({ hall }: HallModel, now: number): ReturnType<Reading['time']> {
  const { minute, weekday } = hourAt(now, hall.timeZone)
  return { now: Math.floor(now / 60_000) * 60_000, minute, weekday }
}

/** For what is worked out from the log alone. */
export const nothingLive: LiveSources = {
  devices: () => [],
  health: () => [],
  papers: () => [],
  life: () => null,
  version: '',
  staffNames: () => new Map(),
  signals: () => ({ signals: [] }),
}
