import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { BackupJob } from '../../gateway/backups/backup-worker.ts'
import { keepBackups } from '../../gateway/backups/keep-backups.ts'
import { backupCommand } from '../../gateway/cli/backup-command.ts'
import { restoreCommand } from '../../gateway/cli/restore-command.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { hallFile } from '../../gateway/store/open-hall-file.ts'
import { openStreamLog } from '../../gateway/stream/open-stream-log.ts'
import { type StreamAddress, readStreamAddress } from '../../gateway/stream/stream-address.ts'
import type { StreamLog } from '../../gateway/stream/stream-log.ts'
import { NOON_OF_THIRD, said } from '../support/damaged-log.ts'
import { given } from '../support/given.ts'
import { counterEvents } from '../support/open-stream.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'
import { type NatsServer, natsHere, runNats } from '../support/run-nats.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const folder = (): string => mkdtempSync(join(tmpdir(), 'tingshi-on-stream-'))

describe.skipIf(natsHere === null)('a hall whose log lies on a log server', () => {
  let server: NatsServer
  beforeAll(async () => {
    server = await runNats()
  })
  afterAll(() => server.discard())
  const at = (hall: string): StreamAddress => {
    const address = readStreamAddress(`${server.address}/${hall}`)
    if (address === null) throw new Error(server.address)
    return address
  }
  const settings = (hall: string, dataDir: string) => ({ dataDir, hallDir: '/nowhere', stream: at(hall) })
  async function open(hall: string, dataDir: string): Promise<StreamLog> {
    const opened = await openStreamLog({
      address: at(hall),
      hallId: hall,
      dataDir,
      database: openDatabase(hallFile(dataDir)),
      onOtherWriter: () => {},
      onBroken: (error) => {
        throw error
      },
    })
    if (!opened.ok) throw new Error(opened.words.join('\n'))
    return opened.log
  }
  const backup = (hall: string, dataDir: string, into: string) =>
    said(() => backupCommand([into], settings(hall, dataDir), NOON_OF_THIRD))
  const newest = (into: string): string => join(into, readdirSync(into).sort().at(-1) ?? '')

  test('BK7 what is copied is the whole log, held against the server; what came after it is fetched at the next start, without a gap', async () => {
    const [dataDir, into] = [folder(), folder()]
    const log = await open('A', dataDir)
    await log.append(0, counterEvents(1, 40), [])
    expect(await backup('A', dataDir, into)).toMatchObject({ code: 0, words: expect.stringContaining('日志共 40 条') })
    await log.append(40, counterEvents(41, 7), [])
    const end = await log.end()
    await log.close()
    rmSync(dataDir, { recursive: true })
    const restored = await said(() =>
      restoreCommand([newest(into), '--by', '王主任'], settings('A', dataDir), NOON_OF_THIRD),
    )
    expect(restored).toMatchObject({ code: 0, words: expect.stringContaining('备份以后的 7 条在日志服务器上') })
    const again = await open('A', dataDir)
    expect(await again.end()).toEqual(end)
    await again.append(47, counterEvents(48, 1), [])
    await again.close()
  })

  test('BK7 a gateway that is behind makes no backup, and says which one should', async () => {
    const [leads, behind, into] = [folder(), folder(), folder()]
    const log = await open('B', leads)
    await log.append(0, counterEvents(1, 10), [])
    const other = await open('B', behind)
    await other.close()
    await log.append(10, counterEvents(11, 3), [])
    const done = await backup('B', behind, into)
    expect(done).toMatchObject({ code: 1, words: expect.stringContaining('日志服务器上还有 3 条这台网关没有') })
    expect(done.words).toContain('请在正在用的那台网关上备份')
    expect(readdirSync(into)).toEqual([])
    await log.close()
  })

  test('BK7 where the server lost all, the decision on what is gone is recorded as on one machine, and the server gets it all', async () => {
    const [dataDir, into] = [folder(), folder()]
    const log = await open('C', dataDir)
    await log.append(0, counterEvents(1, 20), [])
    await backup('C', dataDir, into)
    await log.close()
    rmSync(dataDir, { recursive: true })
    // Another name stands for a server that knows nothing of this hall.
    const restore = (...more: string[]) =>
      said(() => restoreCommand([newest(into), '--by', '王主任', ...more], settings('lost-C', dataDir), NOON_OF_THIRD))
    expect(await restore()).toMatchObject({ code: 1, words: expect.stringContaining('--last-number') })
    await restore('--last-number', '87')
    const again = await open('lost-C', dataDir)
    const rows = await again.read(0, 100)
    expect(rows.slice(0, 20).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, nth) => nth + 1))
    await again.close()
    const elsewhere = await open('lost-C', folder())
    expect((await elsewhere.end()).seq).toBe((await again.end().catch(() => elsewhere.end())).seq)
    await elsewhere.close()
  })

  test('BK7 with the server away nothing is restored, and a copy says that it was held against nothing', async () => {
    const [dataDir, into] = [folder(), folder()]
    const log = await open('D', dataDir)
    await log.append(0, counterEvents(1, 5), [])
    await log.close()
    const away = readStreamAddress('nats://127.0.0.1:1/D')
    const there = { dataDir, hallDir: '/nowhere', stream: away }
    const made = await said(() => backupCommand([into], there, NOON_OF_THIRD))
    expect(made).toMatchObject({ code: 0, words: expect.stringContaining('没有和日志服务器核对过') })
    const restored = await said(() => restoreCommand([newest(into), '--by', '王主任'], there, NOON_OF_THIRD))
    expect(restored).toMatchObject({ code: 1, words: expect.stringContaining('什么都没有改') })
  })
})

test('BK7 by button and schedule: the server is asked first, and where it cannot be reached there is no backup but a reason', async () => {
  const jobs: BackupJob[] = []
  const story = given()
  const reports: unknown[] = []
  const keeper = (end: () => Promise<number>) =>
    keepBackups({
      office: { state: story.state, hallModel: tinyHallModel(), handle: async () => ({ ok: true }) as never },
      board: { learn: () => {} },
      dataDir: '/hall/data',
      stream: { name: 'HALL_tiny', end },
      now: () => NOON_OF_THIRD,
      invalidate: () => {},
      onBroken: (error) => {
        throw error
      },
      run: async (job) => {
        jobs.push(job)
        return { ok: true, name: 'tingshi-2026-03-18T020000Z', rows: 9, bytes: 99, sealed: false, removed: [] }
      },
    })
  const there = keeper(async () => 41)
  await there.take(async (report) => void reports.push(report))
  expect([jobs[0]?.atLeast, there.list().stream]).toEqual([41, 'HALL_tiny'])
  there.stop()
  const away = keeper(async () => {
    throw new Error('away')
  })
  await away.take(async (report) => void reports.push(report))
  expect(reports).toMatchObject([
    { type: 'report-backup' },
    { type: 'report-backup-failed', why: expect.stringContaining('连不上日志服务器') },
  ])
  expect(jobs).toHaveLength(1)
  away.stop()
})
