import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../gateway/store/database.ts'
import { openStreamLog } from '../../gateway/stream/open-stream-log.ts'
import { readStreamAddress } from '../../gateway/stream/stream-address.ts'
import type { StreamLog } from '../../gateway/stream/stream-log.ts'
import { counterEvent } from '../store/event-log-steps.ts'

export const streamFolder = (): string => mkdtempSync(join(tmpdir(), 'tingshi-stream-'))
let nth = 0
export const freshHall = (): string => `H${(nth += 1)}`
const open: StreamLog[] = []

interface Asked {
  address: string
  hall: string
  dataDir?: string
  onOtherWriter?: () => void
}

/** One gateway's log on a stream; throws the words where it is refused. */
export async function openStreamAt(asked: Asked): Promise<StreamLog> {
  const { address, hall, dataDir = streamFolder(), onOtherWriter = () => {} } = asked
  const where = readStreamAddress(address)
  if (where === null) throw new Error(address)
  const opened = await openStreamLog({
    address: where,
    hallId: hall,
    dataDir,
    database: openDatabase(join(dataDir, 'hall.db')),
    onOtherWriter,
    onBroken: (error) => {
      throw error
    },
  })
  if (!opened.ok) throw new Error(opened.words.join('\n'))
  open.push(opened.log)
  return opened.log
}
export async function closeStreams(): Promise<void> {
  for (const log of open.splice(0)) await log.close().catch(() => {})
}

export const counterEvents = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => counterEvent(from + at))
export const seqsOf = async (log: StreamLog): Promise<number[]> => (await log.read(0, 100_000)).map(({ seq }) => seq)
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)
