import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { sqliteLog } from '../store/sqlite-log.ts'
import { newId } from '../time.ts'
import { OtherChain } from './check-turn.ts'
import { type StreamLine, connectStream, ensureStream } from './connect-stream.ts'
import { type LeadDesk, leadDesk } from './lead-desk.ts'
import type { StreamAddress } from './stream-address.ts'
import { nothingThere } from './stream-errors.ts'
import { type StreamLog, streamLog } from './stream-log.ts'
import { endIn } from './turn-message.ts'

export interface OpenStreamDeps {
  address: StreamAddress
  hallId: string
  dataDir: string
  /** Where this gateway keeps its own copy. */
  database: DatabaseSync
  onOtherWriter(): void
  onBroken(error: unknown): void
}
export interface OpenStream {
  ok: true
  log: StreamLog
  line: StreamLine
  /** The hall's name on the stream, and what this run of the gateway is called there. */
  hall: string
  writer: string
  stream: string
  subject: string
  desk: LeadDesk
}

/** Names on the engine: stream and subject of a hall. */
export const streamOf = (hall: string): string => `HALL_${hall}`
export const subjectOf = (hall: string): string => `tingshi.log.${hall}`

/**
 * The hall's log on the stream, with this gateway's copy of it up to date. A copy that knows more than the stream, because a server lost what
 * it had not brought to its disk, gives it back; one that knows something else is refused in words.
 */
export async function openStreamLog(deps: OpenStreamDeps): Promise<OpenStream | { ok: false; words: string[] }> {
  const { address, hallId, dataDir, database } = deps
  const hall = address.hall ?? hallId
  const writer = newId()
  const line = await connectStream(address, `tingshi ${hall} ${writer.slice(0, 8)}`)
  if (!line.ok) return line
  const [stream, subject] = [streamOf(hall), subjectOf(hall)]
  const created = await ensureStream(line, stream, subject, address.replicas)
  const place = placeNote(dataDir, created)
  const { onOtherWriter, onBroken } = deps
  const log = streamLog({ line, stream, subject, writer, database, place, onOtherWriter, onBroken })
  try {
    await log.catchUp()
    const last = await line.manager.streams.getMessage(stream, { last_by_subj: subject }).catch((broken: unknown) => {
      if (nothingThere(broken)) return null
      throw broken
    })
    const there = endIn(last?.header) ?? { seq: 0, hash: '' }
    if ((last?.seq ?? 0) < log.place) log.stepBack(last?.seq ?? 0)
    const known = await log.end()
    if (there.seq < known.seq) {
      const [row] = there.seq === 0 ? [] : await sqliteLog(database).rows(there.seq - 1, 1)
      if (there.seq === 0 ? place.wasOnStream : row?.hash !== there.hash) throw new OtherChain(there.seq + 1)
      await log.giveBack(there.seq === 0 ? { seq: 0, hash: FIRST } : there)
    }
    return { ok: true, log, line, hall, writer, stream, subject, desk: leadDesk(line, hall, writer) }
  } catch (broken) {
    await line.line.close()
    if (broken instanceof OtherChain) return { ok: false, words: otherLog(hall, broken.seq, dataDir) }
    throw broken
  }
}
const FIRST = '0'.repeat(64)

const otherLog = (hall: string, seq: number, dataDir: string): string[] => [
  `日志服务器上 ${hall} 的日志，从第 ${seq} 条起和这台网关记下的不是一回事，大厅不能开门。`,
  `数据文件夹：${dataDir}`,
  '办法一：服务器上的是对的（另一台网关在写），就把这个数据文件夹改名收好，换一个空的，启动时会从服务器取全。',
  '办法二：服务器换过、清空过或恢复了旧的备份，就先停掉所有网关，按 docs/city.md“恢复”一节做。',
]

const note = z.object({ created: z.string(), place: z.number().int().min(0) })
/** Up to which message of which stream the copy goes. Losing it costs only that all is read again. */
function placeNote(
  dataDir: string,
  created: string,
): { read(): number; note(place: number): void; readonly wasOnStream: boolean } {
  const file = join(dataDir, 'stream.place')
  const known = ((): z.infer<typeof note> | null => {
    try {
      return note.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return null
    }
  })()
  if (known !== null && known.created !== created) rmSync(file, { force: true })
  return {
    wasOnStream: known !== null,
    read: () => (known?.created === created ? known.place : 0),
    note: (place) => writeFileSync(file, JSON.stringify({ created, place }), { mode: 0o600 }),
  }
}
