import type { MadeBackup } from '../../contract/backups.ts'

/** A copy of the hall's data was made, and its restore tried; or it was not. */
export type BackupEvent =
  | ({ type: 'backup-made'; removed: string[] } & MadeBackup)
  | { type: 'backup-failed'; why: string }
