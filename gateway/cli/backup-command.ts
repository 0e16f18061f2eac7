import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { shortOfStream } from '../backups/short-of-stream.ts'
import { tryRestore } from '../backups/try-restore.ts'
import { takeBackup } from '../store/backup.ts'
import { hallFile } from '../store/open-hall-file.ts'
import { makeBackupKey, readBackupKey } from '../store/sealed-file.ts'
import type { StreamAddress } from '../stream/stream-address.ts'
import { streamReach } from './stream-reach.ts'
import { valueOf } from './value-of.ts'

const usage = `用法：npm run tingshi -- backup 放备份的文件夹 [--key 钥匙文件]
      npm run tingshi -- backup --make-key 钥匙文件
把日志、口令、钥匙、导入的事项和公告图片抄一份，抄完先核对、再试着恢复一次，没有错才算数。网关开着也可以。
给了钥匙就加密；没有钥匙谁也打不开，请把它另外存好。
备份里有全部号票和口令，请放在别人打不开的地方，最好在另一台机器上。恢复：npm run tingshi -- restore。`

/** `backup FOLDER`: 0 = there is a new backup that was looked through, 1 = there is none. */
export async function backupCommand(
  args: string[],
  settings: { dataDir: string; hallDir: string; stream: StreamAddress | null },
  now: number,
): Promise<number> {
  const { dataDir } = settings
  const newKey = valueOf(args, '--make-key')
  if (newKey !== null) return makeKey(resolve(newKey))
  const keyFile = valueOf(args, '--key')
  const [into] = args
  if (into === undefined || into.startsWith('--')) {
    console.log(usage)
    return args.includes('--help') ? 0 : 2
  }
  if (!existsSync(hallFile(dataDir))) {
    console.error(`${dataDir} 里没有日志，没有可以备份的。请看 TINGSHI_DATA 写得对不对。`)
    return 1
  }
  const read = keyFile === null ? null : readBackupKey(resolve(keyFile))
  if (read !== null && !read.ok) {
    console.error(read.words)
    return 1
  }
  const key = read?.key ?? null
  const reach = await streamReach(settings)
  if (reach !== null && !reach.ok) {
    for (const line of reach.words.slice(0, 1)) console.error(line)
    console.error('下面备份的是这台网关自己的那一份日志，没有和日志服务器核对过。')
  }
  const taken = await takeBackup(dataDir, resolve(into), now, {
    key,
    by: 'command',
    tryOut: async (folder) =>
      shortOfStream(folder, reach?.ok ? reach.seq : null) ??
      (await tryRestore(folder, key, join(dataDir, 'backup.trying'))),
  })
  if (!taken.ok) {
    for (const line of taken.words) console.error(line)
    console.error('没有备份。以前的备份都还在，请留着。')
    return 1
  }
  console.log(
    `备份好了，核对过，也试着恢复过，日志共 ${taken.rows} 条${key === null ? '' : '，加了密'}：\n${taken.folder}`,
  )
  return 0
}

function makeKey(file: string): number {
  if (existsSync(file)) {
    console.error(`${file} 已经有了，没有改。换一个文件名。`)
    return 1
  }
  makeBackupKey(file)
  console.log(`新的钥匙：${file}\n请另外存一份在别处：没有它，加密的备份打不开。`)
  return 0
}
