import type { MadeBackup } from '../../contract/backups.ts'

export type KeptBackup = MadeBackup & { at: number; by: string }

/** It outlives the day. */
export interface BackupsState {
  /** The newest last; those that were thrown away are gone. */
  made: KeptBackup[]
  /** After the last good one; null = none. */
  failure: { at: number; why: string } | null
}
export const noBackups = (): BackupsState => ({ made: [], failure: null })
