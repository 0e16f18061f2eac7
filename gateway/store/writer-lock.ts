import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { diskTrouble } from './disk-trouble.ts'

/**
 * One writer for a data folder. The operating system lets go of the lock when its process ends, however it ends. `waitMs`: how long the one
 * before may take to leave. null = somebody else writes.
 */
export function takeWriterLock(dataDir: string, waitMs: number): { release(): void } | null {
  let held: DatabaseSync | null = null
  try {
    mkdirSync(dataDir, { recursive: true })
    held = new DatabaseSync(join(dataDir, 'writer.lock'), { timeout: waitMs })
    held.exec('BEGIN EXCLUSIVE')
    const lock = held
    return { release: () => lock.close() }
  } catch (broken) {
    held?.close()
    // Where nobody can write, nobody writes.
    return diskTrouble(broken) === 'locked' || !existsSync(dataDir) ? null : { release: () => {} }
  }
}
