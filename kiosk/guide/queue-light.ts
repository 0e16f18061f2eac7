import type { QueueView } from '../../gateway/contract/line-views.ts'
import type { LightName } from '../shared/staff/marks.tsx'

export const LONG_MINUTES = 30
export const TOO_LONG_MINUTES = 45

/** The light of a queue: nobody can be served without a counter, so that comes before every wait. */
export function queueLight({
  openCounters,
  longestMinutes,
}: Pick<QueueView, 'openCounters' | 'longestMinutes'>): Extract<LightName, 'ok' | 'warning' | 'fault' | 'off'> {
  if (openCounters === 0) return 'off'
  if (longestMinutes > TOO_LONG_MINUTES) return 'fault'
  return longestMinutes > LONG_MINUTES ? 'warning' : 'ok'
}
