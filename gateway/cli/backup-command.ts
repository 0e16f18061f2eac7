import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { takeBackup } from '../store/backup.ts'
import { hallFile } from '../store/open-hall-file.ts'

const usage = `用法：npm run tingshi -- backup 放备份的文件夹
把日志、口令、钥匙、导入的事项和公告图片抄一份，抄完先核对，没有错才算数。网关开着也可以。
备份里有全部号票和口令，请放在别人打不开的地方，最好在另一台机器上。恢复：npm run tingshi -- restore。`

/** `backup FOLDER`: 0 = there is a new backup that was looked through, 1 = there is none. */
export async function backupCommand(args: string[], { dataDir }: { dataDir: string }, now: number): Promise<number> {
  const [into] = args
  if (into === undefined || into.startsWith('--')) {
    console.log(usage)
    return args.includes('--help') ? 0 : 2
  }
  if (!existsSync(hallFile(dataDir))) {
    console.error(`${dataDir} 里没有日志，没有可以备份的。请看 TINGSHI_DATA 写得对不对。`)
    return 1
  }
  const taken = await takeBackup(dataDir, resolve(into), now)
  if (!taken.ok) {
    for (const line of taken.words) console.error(line)
    console.error('这个大厅的日志有缺损，没有备份。以前的备份都还在，请留着。')
    return 1
  }
  console.log(`备份好了，核对过，日志共 ${taken.rows} 条：\n${taken.folder}`)
  return 0
}
