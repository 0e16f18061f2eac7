import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openDatabase } from '../../gateway/store/database.ts'
import { FIRST_HASH, chainHash } from '../../gateway/store/hash-chain.ts'
import { findDamage } from '../../gateway/store/find-damage.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { sqliteLog } from '../../gateway/store/sqlite-log.ts'
import { counterEvent, eventLogSteps } from './event-log-steps.ts'

const file = (): string => join(mkdtempSync(join(tmpdir(), 'tingshi-')), 'hall.db')
const event = counterEvent

eventLogSteps('memory', memoryLog)
eventLogSteps('sqlite', () => sqliteLog(openDatabase(file())))

test('L4 a changed row is found', async () => {
  const path = file()
  const log = sqliteLog(openDatabase(path))
  await log.append(0, [event(1), event(2), event(3)], [])
  const hand = new DatabaseSync(path)
  hand.exec(`UPDATE events SET body = replace(body, '"2"', '"9"') WHERE seq = 2`)
  hand.close()
  expect((await findDamage(log, null)).damages).toEqual([{ from: 2, to: 2, kind: 'changed' }])
})

test('SK8 a row that was lost, put in between or signed anew is found at its place', async () => {
  const broken = async (statement: string): Promise<number | null> => {
    const path = file()
    const log = sqliteLog(openDatabase(path))
    await log.append(0, [event(1), event(2), event(3), event(4)], [])
    const hand = new DatabaseSync(path)
    hand.exec(statement)
    hand.close()
    return (await findDamage(log, null)).damages[0]?.from ?? null
  }
  expect(await broken('DELETE FROM events WHERE seq = 2')).toBe(2)
  expect(await broken(`INSERT INTO events SELECT 9, body, hash FROM events WHERE seq = 3`)).toBe(5)
  expect(await broken(`UPDATE events SET hash = '${FIRST_HASH}' WHERE seq = 1`)).toBe(1)
  expect(await broken('SELECT 1')).toBeNull()
})

test('SK8 the chain is the one of every log that exists', () => {
  const [first, second] = [chainHash(FIRST_HASH, '{"a":1}'), chainHash('ab', '')]
  expect(first).toBe('f21735afd2cd6af4fc5804b0045cebfd545aef8396d29d030c39cb8880b45b7f')
  expect(second).toBe('a63d8014dba891345b30174df2b2a57efbb65b4f9f09b98f245d1b3192277ece')
})

test('L1 SK7 a row that the disk refuses takes the whole commit with it, and the next one goes through', async () => {
  const path = file()
  const database = openDatabase(path)
  const log = sqliteLog(database)
  await log.append(0, [event(1)], [])
  database.exec(
    `CREATE TRIGGER full BEFORE INSERT ON events WHEN NEW.seq = 3 BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
  )
  const answer = { commandId: 'a', at: 5, body: 1 }
  await expect(log.append(1, [event(2), event(3)], [answer])).rejects.toThrow('disk full')
  expect([(await log.end()).seq, await log.answersSince(0)]).toEqual([1, []])
  database.exec('DROP TRIGGER full')
  await log.append(1, [event(2), event(3)], [answer])
  expect([(await log.end()).seq, (await findDamage(log, null)).damages]).toEqual([3, []])
  await log.close()
  expect(database.isOpen).toBe(false)
  const again = sqliteLog(openDatabase(path))
  expect([await again.read(0, 9), await again.answersSince(0)]).toEqual([[event(1), event(2), event(3)], [answer]])
})

test('L5 a file of a newer version is refused in words', () => {
  const path = file()
  openDatabase(path).close()
  const hand = new DatabaseSync(path)
  hand.exec('PRAGMA user_version = 99')
  hand.close()
  expect(() => openDatabase(path)).toThrow('新版本')
})

test('L5 a file opens again as it was, with its version; the folder is made if need be', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'tingshi-')), 'deep', 'er', 'hall.db')
  const first = openDatabase(path)
  await sqliteLog(first).append(0, [event(1)], [])
  expect(first.prepare('PRAGMA user_version').get()?.user_version).toBe(3)
  first.close()
  const again = openDatabase(path)
  expect(await sqliteLog(again).read(0, 10)).toEqual([event(1)])
  expect(again.prepare('PRAGMA foreign_keys').get()?.foreign_keys).toBe(1)
  expect(again.prepare('PRAGMA busy_timeout').get()?.timeout).toBe(5_000)
})

test('L1 every commit is durable: WAL with a full sync', () => {
  const database = openDatabase(file())
  expect(database.prepare('PRAGMA journal_mode').get()?.journal_mode).toBe('wal')
  expect(database.prepare('PRAGMA synchronous').get()?.synchronous).toBe(2)
})
