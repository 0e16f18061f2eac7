import type { OfficeState } from './domain/office-state.ts'
import type { Office } from './office.ts'
import { LogDamaged, replay } from './replay.ts'
import type { EventLog } from './store/event-log.ts'
import { openLogHead, withHead } from './store/log-head.ts'
import { isDamaged } from './store/disk-trouble.ts'
import { type HallFile, openHallFile } from './store/open-hall-file.ts'
import { FILE_BROKEN, sayDamages, wayOut } from './store/say-damage.ts'
import { sqliteLog } from './store/sqlite-log.ts'
import { readSnapshot, writeSnapshot } from './store/state-snapshot.ts'

/** A start that had to read more events than this is not repeated: what came out is kept. */
const WORTH_KEEPING = 20_000

export interface KeptLog {
  ok: true
  database: Extract<HallFile, { ok: true }>['database']
  log: EventLog
  state: OfficeState
  /** Why the file can only be read; null = all is well. */
  trouble: Extract<HallFile, { ok: true }>['trouble']
  /** What staff should know about the log although the hall can open; null = nothing. */
  warning: string | null
}

/**
 * The log and the state that it makes, checked row by row. Refuses in words, with the way out, when something is missing or not as
 * it was written. `onBroken` hears of notes beside the log that could not be written.
 */
export async function openLog(
  dataDir: string,
  onBroken: (error: unknown) => void,
): Promise<KeptLog | { ok: false; words: string[] }> {
  const file = openHallFile(dataDir)
  if (!file.ok) return file
  const head = openLogHead(dataDir, onBroken)
  const log = withHead(sqliteLog(file.database), head)
  try {
    const snapshot = await readSnapshot(dataDir, log)
    const from = snapshot?.end.seq ?? 0
    const state = await replay(log, file.head, snapshot ?? undefined)
    const end = await log.end()
    // What was answered last is asked for at once; better to hear now that it cannot be read.
    await log.answersSince(0)
    if (file.trouble === null) head.note(end)
    if (file.trouble === null && state.seq - from > WORTH_KEEPING)
      await writeSnapshot(dataDir, state, end).catch(onBroken)
    return { ok: true, database: file.database, log, state, trouble: file.trouble, warning: file.warning }
  } catch (broken) {
    await log.close()
    const said = broken instanceof LogDamaged ? sayDamages([broken.damage]) : isDamaged(broken) ? [FILE_BROKEN] : null
    if (said === null) throw broken
    onBroken(broken)
    return { ok: false, words: [...said, ...wayOut(dataDir)] }
  }
}

/** From each day's beginning on a start reads only that day. `settled`: what was being written is on disk. */
export function keepSnapshots(
  office: Office,
  log: Pick<EventLog, 'end'>,
  dataDir: string,
  onBroken: (error: unknown) => void,
): { settled(): Promise<void> } {
  let writing = Promise.resolve()
  office.onFacts((events) => {
    if (!events.some(({ type }) => type === 'day-opened')) return
    // The log is asked in the same breath: nothing comes between the state and the row that made it.
    writing = log
      .end()
      .then((end) => (end.seq === office.state.seq ? writeSnapshot(dataDir, office.state, end) : undefined))
      .catch(onBroken)
  })
  return { settled: () => writing }
}
