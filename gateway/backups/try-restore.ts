import { mkdirSync, rmSync } from 'node:fs'
import { LogDamaged, replay } from '../office/replay.ts'
import { readBackup, unpackBackup } from '../store/backup.ts'
import { isDamaged } from '../store/disk-trouble.ts'
import { hallFile, openUntouched } from '../store/open-hall-file.ts'
import { sqliteLog } from '../store/sqlite-log.ts'

const NOT_OPENED = '试着恢复时打不开，这份备份不能用。'

/** Whether the log in a data folder gives a state, before anybody trusts it. Throws what it stumbles over. */
export async function tryState(dataDir: string): Promise<void> {
  const log = sqliteLog(openUntouched(hallFile(dataDir)))
  try {
    await replay(log)
  } finally {
    await log.close()
  }
}

/** Restores a backup in `scratch`, opens it there and throws it away. null = it went well, else why not, in words. */
export async function tryRestore(folder: string, key: string | null, scratch: string): Promise<string[] | null> {
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch, { recursive: true, mode: 0o700 })
  try {
    const read = readBackup(folder)
    if (!read.ok) return read.words
    const words = unpackBackup(folder, read.backup, scratch, key)
    if (words.length > 0) return words
    await tryState(scratch)
    return null
  } catch (broken) {
    if (broken instanceof LogDamaged || isDamaged(broken)) return [NOT_OPENED]
    throw broken
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
