import type { ReadonlySignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import { every } from '../../gateway/client/page-clock.ts'

interface Kept<T> {
  at: number
  view: T
}
const KEEP_EACH_MS = 5_000

/** The newest of what a page shows, and when it was heard: from the gateway, or while it is away after a reload, what this page kept. */
export function useLastView<T>(
  hall: HallConnection,
  name: string,
  shown: ReadonlySignal<T | null>,
): { view: T | null; heardAt: number } {
  const key = `tingshi:view:${name}`
  const kept = useMemo(() => read<T>(key), [])
  const live = shown.value
  const latest = useMemo(() => ({ live: null as T | null }), [])
  latest.live = live
  useEffect(() => {
    const keep = (): void => {
      if (latest.live === null || !hall.online.value) return
      try {
        localStorage.setItem(key, JSON.stringify({ at: hall.heardAt.value, view: latest.live } satisfies Kept<T>))
      } catch {
        // A full or forbidden storage: after a reload without a gateway the page then waits as on the first day.
      }
    }
    return every(KEEP_EACH_MS, keep)
  }, [])
  if (live !== null) return { view: live, heardAt: hall.heardAt.value }
  return kept === null ? { view: null, heardAt: hall.heardAt.value } : { view: kept.view, heardAt: kept.at }
}

function read<T>(key: string): Kept<T> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<T> | null
    return kept !== null && typeof kept.at === 'number' && typeof kept.view === 'object' && kept.view !== null
      ? kept
      : null
  } catch {
    return null
  }
}
