import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { tryState } from '../backups/try-restore.ts'
import { type Backup, checkBackup, noteEnd, unpackBackup } from '../store/backup.ts'
import { readHead } from '../store/log-head.ts'
import { readBackupKey } from '../store/sealed-file.ts'
import { takeWriterLock } from '../store/writer-lock.ts'
import type { StreamAddress } from '../stream/stream-address.ts'
import { goOnCommand } from './go-on-command.ts'
import { streamReach } from './stream-reach.ts'
import { valueOf } from './value-of.ts'

const usage = `用法：npm run tingshi -- restore 备份文件夹 --by 姓名 [--key 钥匙文件] [--last-number 数] [--reason 原因]
先停掉网关。备份先抄一份、打开试过，没有错才换上；现在的数据文件夹改个名字留着，不删。
备份以后的记录没有了：谁决定的会记下来，今天的号会跳过可能已经发出的。知道今天最大发到几号，就用 --last-number 写明。`

/** `restore BACKUP`: a checked backup in the place of the data folder, with a recorded decision about what came after it. */
export async function restoreCommand(
  args: string[],
  settings: { dataDir: string; hallDir: string; stream: StreamAddress | null },
  now: number,
): Promise<number> {
  const [from] = args
  const by = valueOf(args, '--by')
  if (from === undefined || from.startsWith('--') || by === null) {
    console.log(usage)
    return args.includes('--help') ? 0 : 2
  }
  const folder = resolve(from)
  const { dataDir } = settings
  const keyFile = valueOf(args, '--key')
  const read = keyFile === null ? null : readBackupKey(resolve(keyFile))
  if (read !== null && !read.ok) return sayAll([read.words, '什么都没有改。'])
  const key = read?.key ?? null
  const checked = await checkBackup(folder, key)
  if (!checked.ok) return sayAll([...checked.words, '什么都没有改。请换一份备份。'])
  const reach = await streamReach(settings)
  if (reach !== null && !reach.ok)
    return sayAll([
      ...reach.words.slice(0, 1),
      '备份以后的日志在那里，没有它不知道少了什么。什么都没有改，服务器通了再恢复。',
    ])
  // What the server has is no gap: the next start fetches it.
  const isOnServer = reach !== null && reach.seq >= checked.backup.end.seq
  const before = readHead(dataDir)
  if (!isOnServer && before === null && valueOf(args, '--last-number') === null)
    return sayAll(['不知道备份以后发到了几号。请加 --last-number，写今天最大的号；今天还没发过号就写 0。'])
  const lock = existsSync(dataDir) ? takeWriterLock(dataDir, 0) : { release: () => {} }
  if (!lock) return sayAll(['网关还开着。请先停掉网关，再恢复。'])
  const fresh = `${dataDir}.restoring`
  try {
    rmSync(fresh, { recursive: true, force: true })
    mkdirSync(fresh, { recursive: true, mode: 0o700 })
    const words = unpackBackup(folder, checked.backup, fresh, key)
    if (words.length > 0) {
      rmSync(fresh, { recursive: true, force: true })
      return sayAll([...words, '什么都没有改。'])
    }
    await tryState(fresh)
    if (isOnServer) noteEnd(fresh, checked.backup.end)
    else noteWhatIsLost(fresh, checked.backup, before?.seq ?? null)
  } catch (broken) {
    rmSync(fresh, { recursive: true, force: true })
    throw broken
  } finally {
    lock.release()
  }
  const aside = existsSync(dataDir) ? setAside(dataDir) : null
  renameSync(fresh, dataDir)
  if (aside !== null) console.log(`原来的数据文件夹还在：${aside}`)
  console.log(`换上了 ${new Date(checked.backup.takenAt).toISOString()} 的备份，日志共 ${checked.backup.end.seq} 条。`)
  if (!isOnServer) return goOnCommand(args, settings, now)
  const newer = reach.seq - checked.backup.end.seq
  console.log(newer === 0 ? '日志服务器上也到这一条。' : `备份以后的 ${newer} 条在日志服务器上，启动时会取回来。`)
  return 0
}

/** The note beside the log says how far it had come before: what the backup does not have is a gap to be decided on. */
function noteWhatIsLost(dataDir: string, { end }: Backup, was: number | null): void {
  const seq = Math.max(end.seq, was ?? end.seq + 1)
  noteEnd(dataDir, seq === end.seq ? end : { seq, hash: '-' })
}

function setAside(dataDir: string): string {
  let nth = 1
  while (existsSync(`${dataDir}.before-restore-${nth}`)) nth += 1
  const aside = `${dataDir}.before-restore-${nth}`
  renameSync(dataDir, aside)
  return aside
}

function sayAll(lines: readonly string[]): number {
  for (const line of lines) console.error(line)
  return 1
}
