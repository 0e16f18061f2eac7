import { existsSync } from 'node:fs'
import { dayIn } from '../clock.ts'
import { readHall } from '../config.ts'
import type { LoggedEvent } from '../domain/events.ts'
import type { LogGap } from '../domain/log-gaps/events.ts'
import { LogDamaged, replay } from '../office/replay.ts'
import { openDatabase } from '../store/database.ts'
import { isDamaged } from '../store/disk-trouble.ts'
import type { EventLog, LogEnd } from '../store/event-log.ts'
import { findDamage, undecided } from '../store/find-damage.ts'
import { openLogHead, readHead } from '../store/log-head.ts'
import { hallFile, openToLook, sayGone } from '../store/open-hall-file.ts'
import { salvage } from '../store/salvage.ts'
import { sayDamages } from '../store/say-damage.ts'
import { sqliteLog } from '../store/sqlite-log.ts'
import { takeWriterLock } from '../store/writer-lock.ts'
import { valueOf } from './value-of.ts'

const usage = `用法：npm run tingshi -- go-on --by 姓名 [--reason 原因] [--last-number 数]
日志缺了或坏了、又没有更新的备份时用：记下是谁决定的、缺了什么，然后用剩下的记录继续。先停掉网关。
今天的号会跳过可能已经发出去的。知道今天最大发到几号，就用 --last-number 写明。`

/** `go-on`: a person's recorded decision to trust what is left of the log. */
export async function goOnCommand(
  args: string[],
  { dataDir, hallDir }: { dataDir: string; hallDir: string },
  now: number,
): Promise<number> {
  const by = valueOf(args, '--by')
  if (args.includes('--help') || by === null) {
    console.log(usage)
    return args.includes('--help') ? 0 : 2
  }
  const lastNumber = valueOf(args, '--last-number')
  if (lastNumber !== null && !/^\d{1,5}$/.test(lastNumber)) {
    console.error('--last-number 要写数字，例如 --last-number 87。')
    return 2
  }
  const lock = takeWriterLock(dataDir, 0)
  if (!lock) {
    console.error('网关还开着，或没有这个数据文件夹。请先停掉网关，再看 TINGSHI_DATA 写得对不对。')
    return 1
  }
  try {
    return await goOn(dataDir, hallDir, now, { by, reason: valueOf(args, '--reason'), lastNumber })
  } finally {
    lock.release()
  }
}

interface Decision {
  by: string
  reason: string | null
  lastNumber: string | null
}

async function goOn(dataDir: string, hallDir: string, now: number, decision: Decision): Promise<number> {
  const file = hallFile(dataDir)
  const head = readHead(dataDir)
  const isEmptied = !existsSync(file) && sayGone(dataDir) !== null
  if (!existsSync(file) && !isEmptied) {
    console.error(`${dataDir} 里没有日志。请看 TINGSHI_DATA 写得对不对。`)
    return 1
  }
  if (existsSync(file) && !(await canBeRead(file)))
    console.log(
      `数据文件坏了：能读的已经搬进新文件，坏的留在 ${salvage(file, head === null ? 1_000_000 : head.seq + 10_000)}。`,
    )
  const log = sqliteLog(openDatabase(file))
  try {
    const report = await findDamage(log, head)
    const gaps: LogGap[] = undecided(report).map(({ from, to }) => ({ from, to }))
    const unfit = await firstUnfit(log, head, gaps)
    if (unfit !== null) gaps.push(unfit)
    const emptied = report.rows === 0 && (isEmptied || sayGone(dataDir) !== null)
    if (gaps.length === 0 && !emptied) {
      console.log('日志是好的，直接启动网关就行。')
      return 0
    }
    if (emptied && head === null && decision.lastNumber === null) {
      console.error('不知道今天发到了几号。请加 --last-number，写今天最大的号；今天还没发过号就写 0。')
      return 2
    }
    const end = await log.end()
    const lost = Math.max(head?.seq ?? 0, end.seq) - report.rows + gaps.length
    const event = decided(decision, gaps, lost, dayOfHall(hallDir, now), now, Math.max(end.seq, head?.seq ?? 0) + 1)
    const next = await log.append(end.seq, [event], [])
    const note = openLogHead(dataDir, (broken) => console.error(String(broken)))
    note.note(next)
    note.close()
    for (const line of sayDamages(undecided(report))) console.log(line)
    console.log(
      `记下了：${decision.by} 决定用剩下的记录继续。今天的号从后面接着发，不会和已经发出的重复。现在可以启动网关。`,
    )
    return 0
  } finally {
    await log.close()
  }
}

async function canBeRead(file: string): Promise<boolean> {
  try {
    const database = openToLook(file)
    const log = sqliteLog(database)
    try {
      if (database.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok') return false
      const { damages } = await findDamage(log, null)
      return !damages.some(({ kind }) => kind === 'unreadable')
    } finally {
      await log.close()
    }
  } catch (broken) {
    if (isDamaged(broken)) return false
    throw broken
  }
}

async function firstUnfit(log: EventLog, head: LogEnd | null, gaps: readonly LogGap[]): Promise<LogGap | null> {
  try {
    await replay(log, head, undefined, gaps)
    return null
  } catch (broken) {
    if (broken instanceof LogDamaged) return { from: broken.damage.from, to: broken.damage.to }
    throw broken
  }
}

function decided(
  { by, reason, lastNumber }: Decision,
  gaps: LogGap[],
  lost: number,
  day: string,
  at: number,
  seq: number,
): LoggedEvent {
  const fact = { type: 'log-gap-accepted' as const, gaps, numbersLeftOut: lost, day, by, reason }
  return { ...fact, lastNumber: lastNumber === null ? null : Number(lastNumber), seq, at, actor: by, commandId: null }
}

function dayOfHall(hallDir: string, now: number): string {
  const read = readHall(hallDir)
  return dayIn(read.ok ? read.hall.timeZone : 'Asia/Shanghai', now)
}
