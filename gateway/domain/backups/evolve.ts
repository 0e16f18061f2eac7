import type { LoggedEvent } from '../events.ts'
import type { BackupEvent } from './events.ts'
import type { BackupsState } from './state.ts'

/** The log knows all. */
const KEPT = 400

/** Works in place, like all of evolve. */
export function evolveBackups(backups: BackupsState, event: LoggedEvent & BackupEvent): void {
  if (event.type === 'backup-failed') {
    backups.failure = { at: event.at, why: event.why }
    return
  }
  const { name, rows, bytes, sealed, removed, at, actor } = event
  backups.failure = null
  backups.made = [
    ...backups.made.filter((one) => !removed.includes(one.name)),
    { name, rows, bytes, sealed, at, by: actor },
  ].slice(-KEPT)
}
