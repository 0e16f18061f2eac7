import type { QueueView } from '../../gateway/contract/line-views.ts'
import type { LightName } from '../shared/staff/marks.tsx'

export const LONG_MINUTES = 30
export const TOO_LONG_MINUTES = 45

type Row = Pick<QueueView, 'openCounters' | 'longestMinutes' | 'waiting' | 'warning' | 'notCalling' | 'whyStands'>

/** The light of a queue. People who wait where nobody calls are the worst there is; a lunch break that ends by itself is not. */
export function queueLight({
  openCounters,
  longestMinutes,
  waiting,
  warning,
  notCalling,
}: Row): Extract<LightName, 'ok' | 'warning' | 'fault' | 'off'> {
  if (waiting === 0) return openCounters === 0 ? 'off' : 'ok'
  if (notCalling?.why === 'lunch') return 'warning'
  if (openCounters === 0 || warning !== null || longestMinutes > TOO_LONG_MINUTES) return 'fault'
  return notCalling?.why === 'silent' || longestMinutes > LONG_MINUTES ? 'warning' : 'ok'
}

/** What no column of the row says: why nobody calls; null = they call. */
export const queueWord = ({ openCounters, notCalling, whyStands, waiting }: Row): string | null =>
  waiting > 0 && (openCounters === 0 || notCalling?.why === 'silent') ? whyStands : null
