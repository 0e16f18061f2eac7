import { existsSync } from 'node:fs'
import { isDamaged } from '../store/disk-trouble.ts'
import type { LogEnd } from '../store/event-log.ts'
import { type LogReport, findDamage, undecided } from '../store/find-damage.ts'
import { readHead } from '../store/log-head.ts'
import { hallFile, knowsHead, openToLook, sayGone } from '../store/open-hall-file.ts'
import { FILE_BROKEN, sayDamages, wayOut } from '../store/say-damage.ts'
import { sqliteLog } from '../store/sqlite-log.ts'

const usage = `用法：npm run tingshi -- verify
从头核对日志：有一条被改过、少了一条、后面缺了一段，都会报出来。只看，不写。网关开着也可以。`

/** `verify`: looks through the whole log and changes nothing. 0 = whole, 1 = not, or there is none. */
export async function verifyCommand(args: string[], { dataDir }: { dataDir: string }): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage)
    return 0
  }
  const file = hallFile(dataDir)
  if (!existsSync(file)) return sayAll([sayGone(dataDir) ?? NOT_HERE(dataDir), ...wayOut(dataDir)])
  // Before the log: a gateway that writes meanwhile is only further on.
  const head = readHead(dataDir)
  const report = await look(file, head).catch((broken: unknown) => {
    if (isDamaged(broken)) return null
    throw broken
  })
  if (report === null) return sayAll([FILE_BROKEN, ...wayOut(dataDir)])
  if (report.rows === 0) return sayAll([sayGone(dataDir) ?? '日志里还一条也没有。', ...wayOut(dataDir)])
  const damages = undecided(report)
  if (damages.length > 0) return sayAll([...sayDamages(damages), ...wayOut(dataDir)])
  // The rows that are there hold together; whether there were more, nobody can say.
  if (head === null && report.knowsHead) return sayAll([noHead(report.rows)])
  const decided = report.accepted.length
  console.log(`日志完整，共 ${report.rows} 条${decided === 0 ? '' : `；有 ${decided} 处缺损，是以前决定不要的`}`)
  return 0
}

const noHead = (rows: number): string =>
  `现有的 ${rows} 条没有问题，可是 tingshi.head 不见了或读不出来，没法核对后面有没有少。请和最近的备份比一比。`
const NOT_HERE = (dataDir: string): string =>
  `${dataDir} 里没有日志（tingshi.db）。请看 TINGSHI_DATA 写得对不对；新的大厅要先启动一次网关。`

async function look(file: string, head: LogEnd | null): Promise<LogReport & { knowsHead: boolean }> {
  const database = openToLook(file)
  const log = sqliteLog(database)
  try {
    return { ...(await findDamage(log, head)), knowsHead: knowsHead(database) }
  } finally {
    await log.close()
  }
}

function sayAll(lines: readonly string[]): number {
  for (const line of lines) console.error(line)
  return 1
}
