import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * One writer for a data folder. The operating system lets go of the lock when its process ends, however it ends. `waitMs`: how long the one
 * before may take to leave. null = somebody else writes.
 */
export function takeWriterLock(dataDir: string, waitMs: number): { release(): void } | null {
  mkdirSync(dataDir, { recursive: true })
  const held = new DatabaseSync(join(dataDir, 'writer.lock'), { timeout: waitMs })
  try {
    held.exec('BEGIN EXCLUSIVE')
  } catch {
    held.close()
    return null
  }
  return { release: () => held.close() }
}
