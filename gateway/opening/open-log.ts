import type { OfficeState } from '../domain/office-state.ts'
import type { Office } from '../office/office.ts'
import { LogDamaged, replay } from '../office/replay.ts'
import type { EventLog } from '../store/event-log.ts'
import { openLogHead, withHead } from '../store/log-head.ts'
import { isDamaged } from '../store/disk-trouble.ts'
import { type HallFile, openHallFile } from '../store/open-hall-file.ts'
import { FILE_BROKEN, sayDamages, wayOut } from '../store/say-damage.ts'
import { sqliteLog } from '../store/sqlite-log.ts'
import { readSnapshot, writeSnapshot } from '../store/state-snapshot.ts'
import type { StreamAddress } from '../stream/stream-address.ts'
import type { OpenStream } from '../stream/open-stream-log.ts'

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
  /** The stream on which the log lies; null = it lies in the file alone. */
  stream: OpenStream | null
}

/** Where the log lies when not in the data folder alone, and who hears that another gateway writes it now. */
export interface OnStream {
  address: StreamAddress
  hallId: string
  onOtherWriter(): void
}

/**
 * The log and the state that it makes, checked row by row. Refuses in words, with the way out, when something is missing or not as
 * it was written. `onBroken` hears of notes beside the log that could not be written. On a stream the file is this gateway's copy of it.
 */
export async function openLog(
  dataDir: string,
  onBroken: (error: unknown) => void,
  onStream: OnStream | null = null,
): Promise<KeptLog | { ok: false; words: string[] }> {
  const file = openHallFile(dataDir)
  if (!file.ok) return file
  const head = openLogHead(dataDir, onBroken)
  const stream = onStream === null ? null : await openStream(onStream, dataDir, file.database, onBroken)
  if (stream !== null && !stream.ok) {
    file.database.close()
    return stream
  }
  const log = withHead(stream?.log ?? sqliteLog(file.database), head)
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
    const { database, trouble, warning } = file
    return { ok: true, database, log, state, trouble, warning, stream }
  } catch (broken) {
    await log.close()
    const said = broken instanceof LogDamaged ? sayDamages([broken.damage]) : isDamaged(broken) ? [FILE_BROKEN] : null
    if (said === null) throw broken
    onBroken(broken)
    return { ok: false, words: [...said, ...wayOut(dataDir)] }
  }
}

/** The packages of the engine are loaded only where a hall asks for it. */
async function openStream(
  onStream: OnStream,
  dataDir: string,
  database: KeptLog['database'],
  onBroken: (error: unknown) => void,
): Promise<OpenStream | { ok: false; words: string[] }> {
  const { openStreamLog } = await import('../stream/open-stream-log.ts')
  return openStreamLog({ ...onStream, dataDir, database, onBroken })
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
