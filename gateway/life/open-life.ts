import type { Hall } from '../contract/hall.ts'
import { buildHallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { readArrivalProfile } from '../hall/read-arrivals.ts'
import { calendarFolder, readCalendar } from '../hall/read-calendar.ts'
import type { Office } from '../office/office.ts'
import { wallTime } from '../time.ts'
import { type Life, liveHall } from './live-hall.ts'
import { type SampleClock, morningAfter, sampleClock } from './sample-clock.ts'

/** The sample hall's own clock, going on where its log stopped. */
export function openSampleClock(state: OfficeState, hall: Hall): { clock: SampleClock; correctsDay: false } {
  const hallModel = buildHallModel(hall, [], false, readCalendar(calendarFolder))
  return { clock: sampleClock(morningAfter(hallModel, state.clock.newestAt)), correctsDay: false }
}

/** The sample hall lives by itself. Resolves when its morning is well under way. */
export const openLife = (
  office: Office,
  clock: SampleClock,
  onSpeed: () => void,
  onBroken: (error: unknown) => void,
): Promise<Life> =>
  liveHall({ office, clock, profile: readArrivalProfile(), seed: wallTime() % 100_000, onSpeed, onBroken })
