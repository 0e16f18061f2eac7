import type { DatabaseSync } from 'node:sqlite'

/**
 * Says whether somebody may now do less, or more, than when it was last asked: by this process (`note`), or by another one that wrote the
 * same file (the command line). Cheap enough for twice a second.
 */
export function accessChanges(database: DatabaseSync): { note(): void; isNew(): boolean } {
  // Changes with each commit of another connection, and with none of our own.
  const version = database.prepare('PRAGMA data_version')
  const versionNow = (): number => Number(version.get()?.data_version ?? 0)
  let before = versionNow()
  let isNoted = false
  return {
    note() {
      isNoted = true
    },
    isNew() {
      const now = versionNow()
      const isNew = isNoted || now !== before
      before = now
      isNoted = false
      return isNew
    },
  }
}
