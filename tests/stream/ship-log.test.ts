import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../gateway/store/database.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { chainCheck } from '../../gateway/store/check-chain.ts'
import type { LogRow } from '../../gateway/store/event-log.ts'
import { FIRST_HASH } from '../../gateway/store/hash-chain.ts'
import { sqliteLog } from '../../gateway/store/sqlite-log.ts'
import { ensureCityStreams } from '../../gateway/stream/city-streams.ts'
import { type StreamLine, connectStream } from '../../gateway/stream/connect-stream.ts'
import { messagesAfter } from '../../gateway/stream/read-stream.ts'
import { CITY_STREAM, cityLogOf, logShipper } from '../../gateway/stream/ship-log.ts'
import { readStreamAddress } from '../../gateway/stream/stream-address.ts'
import { turnReader } from '../../gateway/stream/turn-message.ts'
import { counterEvents, freshHall, streamFolder } from '../support/open-stream.ts'
import { type NatsServer, natsHere, runNats } from '../support/run-nats.ts'

let server: NatsServer
let line: StreamLine
beforeAll(async () => {
  if (natsHere === null) return
  server = await runNats()
  const address = readStreamAddress(server.address)
  const opened = address && (await connectStream(address, 'test'))
  if (!opened?.ok) throw new Error('no line')
  line = opened
  await ensureCityStreams(line, 1)
})
afterAll(async () => {
  await line?.line.close()
  await server?.discard()
})
const ship = (hall: string, log: ReturnType<typeof memoryLog>): Promise<number> =>
  logShipper(line, hall, log)(() => false)
async function copyOf(hall: string): Promise<LogRow[]> {
  const rows: LogRow[] = []
  const read = turnReader()
  for await (const { headers, body } of messagesAfter(line, CITY_STREAM, cityLogOf(hall), 0))
    rows.push(...(read(headers, body)?.rows ?? []))
  return rows
}
async function expectWhole(hall: string, count: number): Promise<void> {
  const check = chainCheck({ seq: 0, hash: FIRST_HASH })
  const rows = await copyOf(hall)
  expect(rows.map(check).filter(({ damage }) => damage !== null)).toEqual([])
  expect(rows.at(-1)?.seq).toBe(count)
  expect(rows).toHaveLength(count)
}

test.skipIf(natsHere === null)(
  'CY1 a hall brings its own log to the city, once and in order, however often it tries',
  async () => {
    const hall = freshHall()
    const log = sqliteLog(openDatabase(join(streamFolder(), 'hall.db')))
    await log.append(0, counterEvents(1, 1_234), [{ commandId: 'a', at: 1, body: 'an answer is nobody else’s' }])
    expect(await ship(hall, log)).toBe(1_234)
    expect(await ship(hall, log)).toBe(0)
    await log.append(1_234, counterEvents(1_235, 3), [])
    const both = await Promise.allSettled([ship(hall, log), ship(hall, log)])
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
    await expectWhole(hall, 1_237)
  },
)

test.skipIf(natsHere === null)(
  'CY2 a line that is cut in the middle, again and again, for a simulated day of 30,000 rows: the copy is whole and in order',
  async () => {
    const hall = freshHall()
    const log = memoryLog()
    let seq = 0
    let sent = 0
    // A day in 30 parts; the server goes away in the middle of each third, and the hall writes on meanwhile.
    for (let part = 0; part < 30; part++) {
      seq = (await log.append(seq, counterEvents(seq + 1, 1_000), [])).seq
      const isCut = part % 3 === 1
      const shipping = ship(hall, log).catch(() => 0)
      if (isCut) {
        await server.kill()
        await server.start()
      }
      sent += await shipping
    }
    for (let tries = 0; tries < 20; tries++) {
      const went = await ship(hall, log).catch(() => null)
      sent += went ?? 0
      if (went === 0) break
    }
    expect(sent).toBeGreaterThan(0)
    await expectWhole(hall, 30_000)
  },
)

test.skipIf(natsHere === null)('CY3 a copy that is of another log is never written over', async () => {
  const hall = freshHall()
  const [one, other] = [memoryLog(), memoryLog()]
  await one.append(0, counterEvents(1, 5), [])
  await other.append(
    0,
    counterEvents(1, 9).map((event) => ({ ...event, actor: '李' })),
    [],
  )
  await ship(hall, one)
  await expect(ship(hall, other)).rejects.toThrow('another log from row 5')
  await expectWhole(hall, 5)
})
