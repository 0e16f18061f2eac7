import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import type { EventLog } from '../../gateway/store/event-log.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { sqliteLog } from '../../gateway/store/sqlite-log.ts'

const file = (): string => join(mkdtempSync(join(tmpdir(), 'tingshi-')), 'hall.db')
const event = (seq: number): LoggedEvent => ({
  type: 'counter-opened',
  counterId: String(seq),
  seq,
  at: 1000 + seq,
  actor: '张',
  commandId: null,
})
const engines: [name: string, open: () => EventLog][] = [
  ['memory', memoryLog],
  ['sqlite', () => sqliteLog(openDatabase(file()))],
]

describe.each(engines)('the %s log', (_, open) => {
  test('L1 refuses a wrong sequence and writes nothing then', async () => {
    const log = open()
    await log.append(0, [event(1), event(2)], [])
    await expect(log.append(1, [event(2)], [{ commandId: 'x', at: 1, body: 1 }])).rejects.toThrow('wrong sequence')
    expect(await log.lastSeq()).toBe(2)
    expect(await log.answersSince(0)).toEqual([])
  })
  test('L2 gives events back as they were, in pages', async () => {
    const log = open()
    await log.append(0, [event(1), event(2), event(3)], [])
    expect(await log.read(1, 1)).toEqual([event(2)])
    expect(await log.read(0, 10)).toEqual([event(1), event(2), event(3)])
  })
  test('L3 gives answers back, and forgets the old', async () => {
    const log = open()
    await log.append(
      0,
      [event(1)],
      [
        { commandId: 'a', at: 5, body: { ok: true } },
        { commandId: 'b', at: 50, body: null },
      ],
    )
    expect(await log.answersSince(10)).toEqual([{ commandId: 'b', at: 50, body: null }])
  })
  test('L4 an untouched log verifies', async () => {
    const log = open()
    await log.append(0, [event(1), event(2)], [])
    expect(await log.verify()).toBeNull()
  })
})

test('L4 a changed row is found', async () => {
  const path = file()
  const log = sqliteLog(openDatabase(path))
  await log.append(0, [event(1), event(2), event(3)], [])
  const hand = new DatabaseSync(path)
  hand.exec(`UPDATE events SET body = replace(body, '"2"', '"9"') WHERE seq = 2`)
  hand.close()
  expect(await log.verify()).toBe(2)
})

test('L5 a file of a newer version is refused in words', () => {
  const path = file()
  openDatabase(path).close()
  const hand = new DatabaseSync(path)
  hand.exec('PRAGMA user_version = 99')
  hand.close()
  expect(() => openDatabase(path)).toThrow('新版本')
})

test('L1 every commit is durable: WAL with a full sync', () => {
  const database = openDatabase(file())
  expect(database.prepare('PRAGMA journal_mode').get()?.journal_mode).toBe('wal')
  expect(database.prepare('PRAGMA synchronous').get()?.synchronous).toBe(2)
})
