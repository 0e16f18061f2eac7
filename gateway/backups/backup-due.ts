import type { BackupSettings } from '../contract/backups.ts'
import { addDays, dayAt, epochOf } from '../contract/hall-time.ts'
import type { BackupsState } from '../domain/backups/state.ts'

const RETRY_MS = 30 * 60_000
/** So long after its time a backup that is still not there is told of. */
const LATE_MS = 2 * 3_600_000

/** The last moment at which one should have been made, epoch ms. */
function lastTime({ at }: BackupSettings, timeZone: string, now: number): number {
  const today = dayAt(now, timeZone)
  const time = epochOf(today, at, timeZone)
  return time <= now ? time : epochOf(addDays(today, -1), at, timeZone)
}

/** Whether one is to be made now: its time has come since the last good one, and the last try is half an hour ago. */
export function isBackupDue(
  settings: BackupSettings | null,
  { made, failure }: BackupsState,
  timeZone: string,
  now: number,
): boolean {
  if (settings === null) return false
  if ((made.at(-1)?.at ?? 0) >= lastTime(settings, timeZone, now)) return false
  return failure === null || now - failure.at >= RETRY_MS
}

/** Whether the last one that should be there is not, for hours. A hall that has just been opened is given its time. */
export function isBackupLate(
  settings: BackupSettings | null,
  { made }: BackupsState,
  timeZone: string,
  now: number,
  openedAt: number,
): boolean {
  if (settings === null) return false
  const since = lastTime(settings, timeZone, now)
  return (made.at(-1)?.at ?? 0) < since && now - Math.max(since, openedAt) > LATE_MS
}
