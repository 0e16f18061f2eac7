import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { takeBackup } from '../store/backup.ts'
import { diskTrouble, troubleWords } from '../store/disk-trouble.ts'
import { readBackupKey } from '../store/sealed-file.ts'
import { forgetOldBackups } from './forget-old-backups.ts'
import { shortOfStream } from './short-of-stream.ts'
import { tryRestore } from './try-restore.ts'

export interface BackupJob {
  dataDir: string
  into: string
  now: number
  keyFile: string | null
  keep: number
  /** How far the log server was when it began; null = this hall has none. */
  atLeast: number | null
}
export type BackupDone =
  | { ok: true; name: string; rows: number; bytes: number; sealed: boolean; removed: string[] }
  | { ok: false; why: string }

async function run({ dataDir, into, now, keyFile, keep, atLeast }: BackupJob): Promise<BackupDone> {
  const read = keyFile === null ? null : readBackupKey(keyFile)
  if (read !== null && !read.ok) return { ok: false, why: read.words }
  const key = read?.key ?? null
  const taken = await takeBackup(dataDir, into, now, {
    key,
    by: 'gateway',
    tryOut: async (folder) =>
      shortOfStream(folder, atLeast) ?? (await tryRestore(folder, key, join(dataDir, 'backup.trying'))),
  })
  if (!taken.ok) return { ok: false, why: taken.words.join('') }
  const { name, rows, bytes } = taken
  return { ok: true, name, rows, bytes, sealed: key !== null, removed: forgetOldBackups(into, keep) }
}

// A thread of its own: numbers and calls never wait for a copy.
parentPort?.postMessage(
  await run(workerData as BackupJob).catch((broken: unknown): BackupDone => {
    const known = diskTrouble(broken)
    const { code = '', message = '' } = broken as NodeJS.ErrnoException
    const noRights = ['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code)
    if (noRights) return { ok: false, why: '写不进放备份的文件夹，请看它在不在、网关有没有权限。' }
    return { ok: false, why: known === 'other' ? message : troubleWords[known].word }
  }),
)
