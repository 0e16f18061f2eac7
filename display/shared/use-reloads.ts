import { minuteOf } from '../../gateway/contract/hall-time.ts'
import { useEffect } from 'preact/hooks'

/** Screens of one hall load anew one after the other, within so many minutes. */
const SPREAD_MINUTES = 20
const LAST = 'tingshi:reloaded-on'

interface Reloads {
  /** hh:mm in the hall; null = never. */
  reloadAt: string | null
  /** Epoch ms of the last order of staff; 0 = none. */
  orderedAt: number
}

/** The minute of the day at which this screen loads anew: each id has its own, always the same. */
export function reloadMinute(reloadAt: string, id: string): number {
  const own = [...id].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9_973, 7) % SPREAD_MINUTES
  return (minuteOf(reloadAt) + own) % 1440
}

/**
 * Loads the page anew when staff order it, and once each night. Never while the gateway is away: a page that still shows the last state is
 * better than one that may not come back. `minute` and `day` are those of the hall.
 */
export function useReloads(
  id: string,
  loadedAt: number,
  online: boolean,
  { reloadAt, orderedAt }: Reloads,
  minute: number,
  day: string,
): void {
  useEffect(() => {
    if (!online) return
    if (orderedAt > loadedAt) return location.reload()
    if (reloadAt === null || minute !== reloadMinute(reloadAt, id) || localStorage.getItem(`${LAST}:${id}`) === day)
      return
    try {
      localStorage.setItem(`${LAST}:${id}`, day)
    } catch {
      // Without storage nobody knows whether it was done: one night without it does no harm.
      return
    }
    location.reload()
  }, [online, orderedAt, reloadAt, minute])
}
