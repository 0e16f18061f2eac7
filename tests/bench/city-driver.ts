import { parentPort, workerData } from 'node:worker_threads'
import { setTimeout as rest } from 'node:timers/promises'
import { cardOf, pulseOf } from '../../gateway/stream/city-streams.ts'
import { type StreamLine, connectStream } from '../../gateway/stream/connect-stream.ts'
import { logShipper } from '../../gateway/stream/ship-log.ts'
import { readStreamAddress } from '../../gateway/stream/stream-address.ts'
import type { TimedRow } from './day-of-a-hall.ts'

export interface DriverJob {
  address: string
  halls: number
  /** Rows of the day; all halls live the same. */
  rows: TimedRow[]
  card: Uint8Array
  speed: number
  /** When the first row is due (epoch ms), and for how many seconds they live. */
  beginAt: number
  seconds: number
}

/** As many as a gateway of a city on this computer would hold; a real hall has its own. */
const MOST_LINES = 100
/** A gateway brings its log 50 ms after a turn. */
const SOON_MS = 50
const PULSE_MS = 5_000

const { address, halls, rows, card, speed, beginAt, seconds } = workerData as DriverJob
/** The day itself is opened at midnight. */
const first = rows[1]?.at ?? 0
const dueAt = (nth: number): number => beginAt + ((rows[nth]?.at ?? Number.POSITIVE_INFINITY) - first) / speed
/** How many rows a hall has written by now. */
function written(now: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (dueAt(middle) <= now) low = middle + 1
    else high = middle
  }
  return low
}
async function open(): Promise<StreamLine> {
  const to = readStreamAddress(address)
  const line = to && (await connectStream(to, 'bench halls'))
  if (!line?.ok) throw new Error('no line')
  return line
}
const lines = await Promise.all(Array.from({ length: Math.min(MOST_LINES, halls) }, open))
const endsAt = beginAt + seconds * 1_000
let behind = 0
const begun = process.threadCpuUsage()
const before = begun.user + begun.system

async function live(nth: number): Promise<void> {
  const line = lines[nth % lines.length]
  if (!line) return
  const id = `hall${nth}`
  let known = 0
  const log = { rows: async (after: number, limit: number) => rows.slice(after, Math.min(known, after + limit)) }
  const ship = logShipper(line, id, log)
  await line.client.publish(cardOf(id), card)
  let pulseAt = 0
  await rest(Math.max(0, beginAt - Date.now()) + (nth % SOON_MS))
  while (Date.now() < endsAt) {
    known = written(Date.now())
    await ship(() => false).catch(() => 0)
    if (Date.now() > pulseAt) {
      line.line.publish(pulseOf(id), JSON.stringify({ at: Date.now(), seq: known, faults: 0 }))
      pulseAt = Date.now() + PULSE_MS
    }
    await rest(SOON_MS)
  }
  behind += written(endsAt) - known
  known = written(endsAt)
  await ship(() => false)
}
await Promise.all(Array.from({ length: halls }, (_, nth) => live(nth)))
await Promise.all(lines.map(({ line }) => line.drain()))
const { user, system } = process.threadCpuUsage()
parentPort?.postMessage({ rows: halls * written(endsAt), behind, played: (user + system - before) / 1e6 })
