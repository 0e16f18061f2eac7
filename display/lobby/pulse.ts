import { useEffect, useMemo } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { Pulse } from '../../gateway/contract/display-pulse.ts'
import type { Broken } from './slides.tsx'
import { eachFrame, every } from '../../gateway/client/page-clock.ts'

const EACH_MS = 10_000
const MOST_PLAYS = 60
const MOST_BROKEN = 20
type Told = Pick<Pulse['page'], 'layoutId' | 'current' | 'sound'>

/** Tells the gateway that this page still paints, and what it has shown since the last time. What cannot be told is kept, within bounds. */
export function usePulse(
  hall: HallConnection,
  id: string,
  told: Told,
): { played(id: string, seconds: number): void; broke(id: string, why: Broken): void } {
  const own = useMemo(
    () => ({ told, frames: 0, plays: [] as Pulse['page']['plays'], broken: [] as Pulse['page']['broken'] }),
    [],
  )
  own.told = told
  useEffect(() => {
    const loadedAt = hall.now()
    const stopCounting = eachFrame(() => void (own.frames += 1))
    const stopTelling = every(EACH_MS, () => {
      // A window that nobody can see paints nothing by right.
      if (!hall.online.value || document.hidden) return
      const { frames, plays, broken } = own
      Object.assign(own, { frames: 0, plays: [], broken: [] })
      hall.pulse({ type: 'pulse', topic: `screen:${id}`, page: { loadedAt, frames, plays, broken, ...own.told } })
    })
    return () => {
      stopCounting()
      stopTelling()
    }
  }, [])
  return {
    // What has no id is no notice: nobody asks how often it was shown.
    played(item, seconds) {
      if (item !== '') own.plays = [...own.plays, { id: item, seconds }].slice(-MOST_PLAYS)
    },
    broke: (item, why) => void (own.broken = [...own.broken, { id: item, why }].slice(-MOST_BROKEN)),
  }
}
