import { existsSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { type BackupList, type BackupReport, type BackupSettings, backupSettings } from '../contract/backups.ts'
import type { DeviceBoard } from '../board/device-board.ts'
import { BACKUP, backupCondition } from '../board/backup-row.ts'
import type { Office } from '../office/office.ts'
import { runApart } from '../work/run-apart.ts'
import { keepDoing } from '../work/keep-doing.ts'
import type { BackupDone, BackupJob } from './backup-worker.ts'
import { isBackupDue, isBackupLate } from './backup-due.ts'

const WITHIN_MS = 6 * 3_600_000
const MEMORY_MB = 512
const LOOK_MS = 30_000

export interface KeepBackups {
  /** Makes one now unless one is being made. `tell`: records how it ended, under the name of whoever asked. */
  take(tell: (report: BackupReport) => Promise<unknown>): Promise<void>
  list(): BackupList
  stop(): void
}
export interface KeepBackupsDeps {
  office: Pick<Office, 'state' | 'hallModel' | 'handle'>
  board: Pick<DeviceBoard, 'learn'>
  dataDir: string
  /** Where the log lies beside this gateway's copy of it, and its last row there; null = in the data folder alone. */
  stream: { name: string; end(): Promise<number> } | null
  now(): number
  invalidate(): void
  onBroken(error: unknown): void
  /** Ours runs in a thread of its own; a test gives another. null = it broke. */
  run?(job: BackupJob): Promise<BackupDone | null>
}

const inThread = (job: BackupJob): Promise<BackupDone | null> =>
  runApart<BackupDone>(new URL('./backup-worker.ts', import.meta.url), job, { within: WITHIN_MS, memoryMb: MEMORY_MB })

/** Copies of what a hall must not lose: by a button, and each day at the hall's time; one at a time. The board is told how it stands. */
export function keepBackups(deps: KeepBackupsDeps): KeepBackups {
  const { office, board, dataDir, stream, now, invalidate, onBroken, run = inThread } = deps
  const openedAt = now()
  let running: Promise<void> | null = null
  const own = (): BackupSettings | null => office.hallModel.hall.backup
  const settings = (): BackupSettings => own() ?? backupSettings.parse({})
  const folderOf = ({ folder }: BackupSettings): string =>
    folder === null ? `${dataDir}-backups` : resolve(dirname(dataDir), folder)

  function tellBoard(): void {
    const { timeZone } = office.hallModel.hall
    const isLate = isBackupLate(own(), office.state.backups, timeZone, now(), openedAt)
    board.learn(BACKUP, backupCondition(office.state.backups, isLate))
    invalidate()
  }
  async function once(tell: (report: BackupReport) => Promise<unknown>): Promise<void> {
    const { keyFile, keep, ...rest } = settings()
    const into = folderOf({ keyFile, keep, ...rest })
    const isInside = `${into}${sep}`.startsWith(`${dataDir}${sep}`)
    const key = keyFile === null ? null : resolve(dirname(dataDir), keyFile)
    // What the server had before the copy began must be in it: the copy is written before anybody is answered.
    const atLeast = stream === null ? null : await stream.end().catch(() => 'away' as const)
    const done: BackupDone | null = isInside
      ? { ok: false, why: '放备份的文件夹不能在数据文件夹里面，请换一个。' }
      : atLeast === 'away'
        ? { ok: false, why: '连不上日志服务器（NATS），不知道备份全不全，没有做。服务器通了再做。' }
        : await run({ dataDir, into, now: now(), keyFile: key, keep, atLeast })
    if (done?.ok) {
      const { ok: _, ...made } = done
      await tell({ type: 'report-backup', ...made })
    } else await tell({ type: 'report-backup-failed', why: (done?.why ?? '备份中途断了，没有做完。').slice(0, 300) })
    tellBoard()
  }
  const take: KeepBackups['take'] = (tell) => {
    running ??= once(tell)
      .catch(onBroken)
      .finally(() => {
        running = null
      })
    return running
  }
  const timer = keepDoing(
    LOOK_MS,
    () => {
      tellBoard()
      const { timeZone } = office.hallModel.hall
      // By a clock that is doubted nothing is thrown away.
      if (running !== null || office.state.clock.doubt !== null) return
      if (!isBackupDue(own(), office.state.backups, timeZone, now())) return
      return take((report) => office.handle(report, 'hall', null))
    },
    onBroken,
  )
  return {
    take,
    list() {
      const used = settings()
      const folder = folderOf(used)
      const { made, failure } = office.state.backups
      const items = made.map((one) => ({ ...one, isThere: existsSync(join(folder, one.name)) })).toReversed()
      return {
        folder,
        at: own()?.at ?? null,
        keep: used.keep,
        sealed: used.keyFile !== null,
        stream: stream?.name ?? null,
        isRunning: running !== null,
        failure,
        items,
        total: items.length,
      }
    },
    stop: timer.stop,
  }
}
