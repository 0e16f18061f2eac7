import type { DatabaseSync } from 'node:sqlite'

export interface AccessChanges {
  /** This process changed it, or was told that another one did. */
  note(): void
  /** Hears at once of what is noted. */
  onNote(listener: () => void): void
  /** Whether another process wrote the file since this was last asked. Cheap enough for twice a second. */
  isNew(): boolean
}

/**
 * Says when somebody may now do less, or more. What this process does, and what the command line tells of itself, is heard at once; a command
 * line that could not tell (killed before it came to that) is found by looking.
 */
export function accessChanges(database: DatabaseSync): AccessChanges {
  // Changes with each commit of another connection, and with none of our own.
  const version = database.prepare('PRAGMA data_version')
  const versionNow = (): number => Number(version.get()?.data_version ?? 0)
  let before = versionNow()
  const listeners = new Set<() => void>()
  return {
    note() {
      for (const hear of listeners) hear()
    },
    onNote: (listener) => void listeners.add(listener),
    isNew() {
      const now = versionNow()
      const isNew = now !== before
      before = now
      return isNew
    },
  }
}
