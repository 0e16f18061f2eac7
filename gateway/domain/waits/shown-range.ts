import type { Wait } from '../../contract/view-parts.ts'
import type { Forecast } from './wait-memory.ts'

/** Multiples of 5, rounded outward, never a point: 约20–35分钟. */
export function shownRange(band: Pick<Forecast, 'low' | 'high'> | null): Wait {
  if (band === null) return null
  const lowMinutes = Math.max(0, Math.floor(band.low / 5) * 5)
  return { lowMinutes, highMinutes: Math.max(lowMinutes + 5, Math.ceil(band.high / 5) * 5) }
}
