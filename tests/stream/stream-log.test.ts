import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../gateway/store/database.ts'
import { findDamage } from '../../gateway/store/find-damage.ts'
import { sqliteLog } from '../../gateway/store/sqlite-log.ts'
import { connectStream, ensureStream } from '../../gateway/stream/connect-stream.ts'
import { streamOf, subjectOf } from '../../gateway/stream/open-stream-log.ts'
import { readStreamAddress } from '../../gateway/stream/stream-address.ts'
import type { StreamLog } from '../../gateway/stream/stream-log.ts'
import { counterEvent, eventLogSteps } from '../store/event-log-steps.ts'
import {
  closeStreams,
  counterEvents,
  freshHall,
  openStreamAt,
  seqsOf,
  streamFolder,
  upTo,
} from '../support/open-stream.ts'
import { type NatsServer, natsHere, runNats } from '../support/run-nats.ts'

describe.skipIf(natsHere === null)('on one server', () => {
  let server: NatsServer
  beforeAll(async () => {
    server = await runNats()
  })
  afterAll(async () => {
    await closeStreams()
    await server.discard()
  })

  eventLogSteps('JetStream', () => openStreamAt({ address: server.address, hall: freshHall() }))

  test('JS1 of two gateways that know the same end only one writes; the other is refused and hears who was faster', async () => {
    const hall = freshHall()
    let heard = 0
    const one = await openStreamAt({ address: server.address, hall, onOtherWriter: () => (heard += 1) })
    const other = await openStreamAt({ address: server.address, hall })
    await one.append(0, counterEvents(1, 2), [])
    await expect(other.append(0, counterEvents(1, 1), [])).rejects.toThrow('wrong sequence: log is at 2, writer at 0')
    expect(await seqsOf(other)).toEqual([1, 2])
    await other.append(2, counterEvents(3, 1), [])
    await expect(one.append(2, counterEvents(3, 4), [])).rejects.toThrow('another gateway writes')
    expect(heard).toBe(1)
    expect(await seqsOf(one)).toEqual([1, 2, 3])
  })
  test('JS2 twenty turns at once from two writers: each number is there once, whoever wins', async () => {
    const hall = freshHall()
    const both = [
      await openStreamAt({ address: server.address, hall }),
      await openStreamAt({ address: server.address, hall }),
    ]
    const won = [0, 0]
    for (let round = 0; round < 20; round++) {
      const { seq } = await (both[0] as StreamLog).end()
      await Promise.all([both[0]?.catchUp().catch(() => {}), both[1]?.catchUp().catch(() => {})])
      const tries = await Promise.allSettled(both.map((log) => log.append(seq, counterEvents(seq + 1, 1), [])))
      for (const [at, one] of tries.entries()) if (one.status === 'fulfilled') won[at] = (won[at] ?? 0) + 1
      expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
    }
    const reader = await openStreamAt({ address: server.address, hall })
    const all = await seqsOf(reader)
    expect(all).toEqual(upTo(all.length))
    expect(all.length).toBe((won[0] ?? 0) + (won[1] ?? 0))
  })
  test('JS3 a turn larger than the server takes at once is several messages, and counts with the last of them', async () => {
    const hall = freshHall()
    const log = await openStreamAt({ address: server.address, hall })
    await log.append(0, counterEvents(1, 12_000), [])
    await log.append(12_000, counterEvents(12_001, 1), [{ commandId: 'a', at: 7, body: { ok: true } }])
    const again = await openStreamAt({ address: server.address, hall })
    expect(await again.end()).toEqual(await log.end())
    expect(again.place).toBeGreaterThan(2)
    expect(await again.answersSince(0)).toEqual([{ commandId: 'a', at: 7, body: { ok: true } }])
    expect(await findDamage(again, await log.end())).toMatchObject({ rows: 12_001, damages: [] })
  })
  test('JS4 a gateway with an empty folder has the whole log, its chain and its answers', async () => {
    const hall = freshHall()
    const log = await openStreamAt({ address: server.address, hall })
    for (let seq = 0; seq < 100; seq++)
      await log.append(seq, counterEvents(seq + 1, 1), [{ commandId: `k${seq}`, at: seq, body: seq }])
    const other = await openStreamAt({ address: server.address, hall })
    expect(await seqsOf(other)).toEqual(upTo(100))
    expect((await findDamage(other, await log.end())).damages).toEqual([])
    expect(await other.answersSince(98)).toHaveLength(2)
  })
  test('JS5 a hall that lived on its own file moves onto the stream with all it has', async () => {
    const [hall, dataDir] = [freshHall(), streamFolder()]
    const own = sqliteLog(openDatabase(join(dataDir, 'hall.db')))
    const end = await own.append(0, counterEvents(1, 1_203), [])
    await own.close()
    await openStreamAt({ address: server.address, hall, dataDir })
    const other = await openStreamAt({ address: server.address, hall })
    expect(await other.end()).toEqual(end)
  })
  test('JS6 what the server lost of its newest is given back by the gateway that has it; another log is refused in words', async () => {
    const [hall, dataDir, stranger] = [freshHall(), streamFolder(), streamFolder()]
    const log = await openStreamAt({ address: server.address, hall, dataDir })
    await log.append(0, counterEvents(1, 3), [])
    const end = await log.append(3, counterEvents(4, 2), [])
    await log.close()
    // The server forgets the last message, as after a power cut: a stream of the same name that ends before it.
    const line = await connectStream(readStreamAddress(server.address) as never, 'test')
    if (!line.ok) throw new Error('no line')
    await line.manager.streams.delete(streamOf(hall))
    await ensureStream(line, streamOf(hall), subjectOf(hall), 1)
    const first = await openStreamAt({ address: server.address, hall, dataDir: stranger })
    await first.append(0, counterEvents(1, 3), [])
    expect(await (await openStreamAt({ address: server.address, hall, dataDir })).end()).toEqual(end)
    expect(await (await openStreamAt({ address: server.address, hall })).end()).toEqual(end)
    // Whoever wrote something else as number 4 is none of this hall.
    const forked = streamFolder()
    const own = sqliteLog(openDatabase(join(forked, 'hall.db')))
    await own.append(0, [...counterEvents(1, 3), { ...counterEvent(4), actor: '李' }], [])
    await own.close()
    await expect(openStreamAt({ address: server.address, hall, dataDir: forked })).rejects.toThrow(
      '从第 4 条起和这台网关记下的不是一回事',
    )
    await line.line.close()
  })
  test('JS7 a server that is killed in the middle of an append and comes back: the turn is there once', async () => {
    const hall = freshHall()
    const log = await openStreamAt({ address: server.address, hall })
    for (let round = 0; round < 5; round++) {
      const { seq } = await log.end()
      server.freeze()
      const append = log.append(seq, counterEvents(seq + 1, 1), [])
      await new Promise((done) => setTimeout(done, 50))
      await server.kill()
      await server.start()
      expect((await append).seq).toBe(seq + 1)
      await expect.poll(() => log.trouble?.()).toBeNull()
    }
    const other = await openStreamAt({ address: server.address, hall })
    expect(await seqsOf(other)).toEqual(upTo(5))
  })
  test('JS8 a server that stands still keeps the append waiting, and says so; nothing is written twice when it goes on', async () => {
    const hall = freshHall()
    const log = await openStreamAt({ address: server.address, hall })
    await log.append(0, counterEvents(1, 1), [])
    server.freeze()
    const append = log.append(1, counterEvents(2, 1), [])
    await expect.poll(() => log.trouble?.()).toBe('stream-away')
    server.goOn()
    expect((await append).seq).toBe(2)
    await log.append(2, counterEvents(3, 1), [])
    expect(await seqsOf(await openStreamAt({ address: server.address, hall }))).toEqual([1, 2, 3])
  })
  test('JS9 while the server is away an append is a plain no, and goes through when it is back', async () => {
    const hall = freshHall()
    const log = await openStreamAt({ address: server.address, hall })
    await server.kill()
    await expect.poll(() => log.trouble?.()).toBe('stream-away')
    await expect(log.append(0, counterEvents(1, 1), [])).rejects.toMatchObject({ code: 'STREAM_AWAY' })
    await server.start()
    await expect.poll(() => log.trouble?.()).toBeNull()
    expect((await log.append(0, counterEvents(1, 1), [])).seq).toBe(1)
  })
})

test.skipIf(natsHere === null)('JS10 a full stream refuses, keeps what it has, and says so', async () => {
  const server = await runNats('', 'max_file_store: 65536')
  try {
    const log = await openStreamAt({ address: server.address, hall: 'full' })
    let seq = 0
    const fill = async (): Promise<void> => {
      for (; seq < 5_000; ) seq = (await log.append(seq, counterEvents(seq + 1, 20), [])).seq
    }
    await expect(fill()).rejects.toMatchObject({ code: 'STREAM_FULL' })
    expect(seq).toBeGreaterThan(100)
    expect(await seqsOf(await openStreamAt({ address: server.address, hall: 'full' }))).toEqual(upTo(seq))
  } finally {
    await closeStreams()
    await server.discard()
  }
})

test('JS11 an address is read or refused; a server that is not there is said in words', async () => {
  expect(readStreamAddress('nats://hall:p%40ss@10.0.0.1:4222,10.0.0.2/west?replicas=3')).toEqual({
    servers: ['10.0.0.1:4222', '10.0.0.2'],
    user: 'hall',
    password: 'p@ss',
    tls: false,
    hall: 'west',
    replicas: 3,
  })
  expect(readStreamAddress('tls://nats.example')).toMatchObject({ tls: true, hall: null, replicas: 1 })
  for (const wrong of ['nats://', 'http://x', 'nats://a b', 'nats://a/no.dots', 'nats://a?replicas=2'])
    expect(readStreamAddress(wrong)).toBeNull()
  await expect(openStreamAt({ address: 'nats://127.0.0.1:9', hall: 'none' })).rejects.toThrow(
    '连不上日志服务器（NATS）127.0.0.1:9',
  )
})

test.skipIf(natsHere === null)(
  'JS14 a copy of a stopped server’s folder is a backup: put back, a gateway gives it what came after, and all is whole',
  async () => {
    const server = await runNats()
    const [dataDir, backup] = [streamFolder(), streamFolder()]
    try {
      const log = await openStreamAt({ address: server.address, hall: 'kept', dataDir })
      await log.append(0, counterEvents(1, 700), [])
      await log.close()
      await server.stop()
      cpSync(server.store, backup, { recursive: true })
      await server.start()
      const later = await openStreamAt({ address: server.address, hall: 'kept', dataDir })
      const end = await later.append(700, counterEvents(701, 5), [])
      await later.close()
      await server.kill()
      rmSync(server.store, { recursive: true })
      cpSync(backup, server.store, { recursive: true })
      await server.start()
      expect((await (await openStreamAt({ address: server.address, hall: 'kept' })).end()).seq).toBe(700)
      expect(await (await openStreamAt({ address: server.address, hall: 'kept', dataDir })).end()).toEqual(end)
      const whole = await openStreamAt({ address: server.address, hall: 'kept' })
      expect(await findDamage(whole, end)).toMatchObject({ rows: 705, damages: [] })
    } finally {
      await closeStreams()
      await server.discard()
    }
  },
)

test.skipIf(natsHere === null)(
  'JS15 the settings that come with the program are taken by the server as they are',
  () => {
    const settings = readFileSync(resolve(import.meta.dirname, '../../assets/deploy/city/nats.conf'), 'utf8')
    const file = join(streamFolder(), 'nats.conf')
    writeFileSync(file, settings.replace('/var/lib/nats', streamFolder()))
    const { status, stderr } = spawnSync('nats-server', ['-t', '-c', file], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, expect.stringContaining('configuration file')])
  },
)
