import type { DeviceCondition } from '../contract/device-condition.ts'
import type { BackupsState } from '../domain/backups/state.ts'

export const BACKUP = '备份'
/** How reminders by mail go. */
export const MAILS = '邮件'

/** How the copies of the hall's data stand; `isLate`: the last one that should be there is not. */
export function backupCondition({ failure }: BackupsState, isLate: boolean): DeviceCondition {
  if (failure !== null) return { code: 'backup-failed', detail: failure.why }
  return { code: isLate ? 'backup-late' : 'ok', detail: null }
}
