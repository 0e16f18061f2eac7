import { deviceTime } from './page-clock.ts'

const KEPT = 'tingshi:reloaded'
const NOT_AGAIN_MS = 30_000

/** A page that stays older than the gateway after a reload must not reload for ever. Its own ticks begin anew with each load. */
export function reloadOnce(): void {
  const now = deviceTime()
  if (Math.abs(now - Number(sessionStorage.getItem(KEPT) ?? 0)) < NOT_AGAIN_MS) return
  sessionStorage.setItem(KEPT, String(now))
  location.reload()
}
