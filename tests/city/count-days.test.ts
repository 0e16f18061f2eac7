import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCityHalls } from '../../gateway/city/city-halls.ts'
import { countNextDay } from '../../gateway/city/count-days.ts'
import { openDesk } from '../../gateway/city/desk.ts'
import { followCity } from '../../gateway/city/follow-city.ts'
import { cityFile } from '../../gateway/city/read-city-file.ts'
import { cityReport, newestDay } from '../../gateway/city/report-view.ts'
import { noHolidays } from '../../gateway/contract/calendar.ts'
import { spanOf } from '../../gateway/domain/reports/span.ts'
import type { LogRow } from '../../gateway/store/event-log.ts'
import { FIRST_HASH, bodyOf, chainHash } from '../../gateway/store/hash-chain.ts'
import { ensureDeskStream } from '../../gateway/stream/city-desk-stream.ts'
import { cardOf, ensureCityStreams } from '../../gateway/stream/city-streams.ts'
import { type StreamLine, connectStream } from '../../gateway/stream/connect-stream.ts'
import { logShipper } from '../../gateway/stream/ship-log.ts'
import { readStreamAddress } from '../../gateway/stream/stream-address.ts'
import { type NatsServer, natsHere, runNats } from '../support/run-nats.ts'
import { simulatedDays } from '../support/simulated-days.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

let nats: NatsServer
let line: StreamLine
beforeAll(async () => {
  if (natsHere === null) return
  nats = await runNats()
  const address = readStreamAddress(nats.address)
  const opened = address && (await connectStream(address, 'test'))
  if (!opened?.ok) throw new Error('no line')
  line = opened
  await ensureCityStreams(line, 1)
  await ensureDeskStream(line, 1)
})
afterAll(async () => {
  await line?.line.close()
  await nats?.discard()
})

test.skipIf(natsHere === null)(
  'CT13 a day that is over is counted from the stream, with the same numbers as in the log of its hall, and stays counted in the checkpoint',
  { timeout: 60_000 },
  async () => {
    const events = simulatedDays(2)
    let hash = FIRST_HASH
    const rows: LogRow[] = events.map((event) => {
      const body = bodyOf(event)
      hash = chainHash(hash, body)
      return { seq: event.seq, body, hash }
    })
    const log = { rows: async (after: number, limit: number) => rows.slice(after, after + limit) }
    expect(await logShipper(line, 'one', log)(() => false)).toBe(rows.length)
    const { hall, matters } = tinyHallModel(false)
    const card = gzipSync(JSON.stringify({ hall, matters: [...matters.values()], alwaysOpen: false }))
    await line.client.publish(cardOf('one'), card)
    const file = join(mkdtempSync(join(tmpdir(), 'tingshi-count-')), 'city.checkpoint')
    const halls = openCityHalls(file, noHolidays)
    const now = (): number => events.at(-1)?.at ?? 0
    const following = followCity(line, { halls, desk: openDesk(line, now), onLag() {}, now, onBroken() {} })
    const one = () => halls.all().find(({ id }) => id === 'one')
    await expect.poll(() => one()?.end.seq === rows.length && one()?.model !== null, { timeout: 20_000 }).toBe(true)
    following.stop()
    while (await countNextDay(line, halls.all()));
    const day = newestDay(halls.all()) ?? ''
    const city = cityFile.parse({ name: '青城市', halls: [] })
    const report = cityReport(halls.all(), city, spanOf('day', day))
    const count = (type: string): number =>
      events.filter((event) => event.type === type && 'day' in event && event.day === day).length
    expect(report.whole.taken).toBe(count('ticket-taken'))
    expect(report.whole.taken).toBeGreaterThan(5)
    expect(report.rows[0]?.days).toBe(1)
    halls.keep()
    const again = openCityHalls(file, noHolidays).all()
    expect(cityReport(again, city, spanOf('day', day)).whole.taken).toBe(report.whole.taken)
  },
)
