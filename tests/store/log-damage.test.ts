import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test } from 'vitest'
import { goOnCommand } from '../../gateway/cli/go-on-command.ts'
import { verifyCommand } from '../../gateway/cli/verify-command.ts'
import { openLog } from '../../gateway/opening/open-log.ts'
import type { LogRow } from '../../gateway/store/event-log.ts'
import { FIRST_HASH, chainHash } from '../../gateway/store/hash-chain.ts'
import { readHead } from '../../gateway/store/log-head.ts'
import { NOON_OF_THIRD, byHand, logFile, openedLog, refusal, said, settings } from '../support/damaged-log.ts'
import { copyOf, openKept, take, threeDays } from '../support/kept-hall.ts'

let whole = { dataDir: '', numbersToday: [] as string[] }
let rows: LogRow[] = []
beforeAll(async () => {
  whole = await threeDays()
  const { log } = await openedLog(whole.dataDir)
  rows = await log.rows(0, 10_000)
  await log.close()
})

test('L6 a log that lost its end is not opened: what is missing is said, with the way out', async () => {
  const dataDir = copyOf(whole.dataDir)
  const last = rows.length
  byHand(dataDir, `DELETE FROM events WHERE seq > ${last - 28}`)
  const words = await refusal(dataDir)
  expect(words).toContain(`第 ${last - 27} 到 ${last} 条不见了`)
  expect(words).toContain('备份')
  expect(words).toContain('go-on')
  const verified = await said(() => verifyCommand([], settings(dataDir)))
  expect(verified).toMatchObject({ code: 1, words: expect.stringContaining('不见了') })
})

test('L6 a hole, a changed body and a changed hash are found while the log is read back', async () => {
  const middle = rows.length - 10
  const damages = [
    `DELETE FROM events WHERE seq = ${middle}`,
    `UPDATE events SET body = replace(body, '"at":1', '"at":2') WHERE seq = ${middle}`,
    `UPDATE events SET hash = '${'f'.repeat(64)}' WHERE seq = ${middle}`,
  ]
  for (const sql of damages) {
    const dataDir = copyOf(whole.dataDir)
    byHand(dataDir, sql)
    expect(await refusal(dataDir)).toContain(`第 ${middle} 条`)
  }
})

test('L6 a log whose chain was made anew from some row on does not fit the note beside it', async () => {
  const dataDir = copyOf(whole.dataDir)
  const database = new DatabaseSync(logFile(dataDir))
  let before = FIRST_HASH
  for (const { seq, body } of rows) {
    const other = seq > rows.length - 9 ? body.replace('"actor":"K1"', '"actor":"K2"') : body
    before = chainHash(before, other)
    database.prepare('UPDATE events SET body = ?, hash = ? WHERE seq = ?').run(other, before, seq)
  }
  database.close()
  rmSync(join(dataDir, 'state.snapshot'), { force: true })
  expect(await refusal(dataDir)).toContain('和写下时不一样')
})

test('L7 going on is a decision with a name, it is in the log, and no number of today is given twice', async () => {
  const dataDir = copyOf(whole.dataDir)
  byHand(dataDir, `DELETE FROM events WHERE seq > ${rows.length - 20}`)
  expect((await said(() => goOnCommand([], settings(dataDir), NOON_OF_THIRD))).code).toBe(2)
  const decided = await said(() =>
    goOnCommand(['--by', '王主任', '--reason', '没有备份'], settings(dataDir), NOON_OF_THIRD),
  )
  expect(decided.code).toBe(0)
  const hall = await openKept(dataDir, 2)
  const [event] = await hall.records.log.read(rows.length - 20, 1)
  expect(event).toMatchObject({ type: 'log-gap-accepted', by: '王主任', reason: '没有备份', seq: rows.length + 1 })
  const next = await hall.office.handle(take, 'K1', null)
  expect(next.ok && whole.numbersToday.includes((next.body as { number: string }).number)).toBe(false)
  await hall.close()
  expect((await said(() => verifyCommand([], settings(dataDir)))).code).toBe(0)
  // Whoever saw the last number need not leave out more than was given.
  const seen = copyOf(whole.dataDir)
  byHand(seen, `DELETE FROM events WHERE seq > ${rows.length - 20}`)
  await said(() => goOnCommand(['--by', '王主任', '--last-number', '24'], settings(seen), NOON_OF_THIRD))
  const second = await openKept(seen, 2)
  expect(await second.office.handle(take, 'K1', null)).toMatchObject({ ok: true, body: { number: 'A025' } })
  await second.close()
})

test('L7 a lost day leaves out what may have been given that day, also for a day that the log never opened', async () => {
  const dataDir = copyOf(whole.dataDir)
  const opening = rows.findLast(({ body }) => body.includes('"day-opened"'))
  byHand(dataDir, `DELETE FROM events WHERE seq >= ${opening?.seq}`)
  await said(() => goOnCommand(['--by', '王主任'], settings(dataDir), NOON_OF_THIRD))
  const hall = await openKept(dataDir, 2)
  const next = await hall.office.handle(take, 'K1', null)
  expect(next.ok && whole.numbersToday.includes((next.body as { number: string }).number)).toBe(false)
  await hall.close()
})

test('L8 an empty log beside a note or old keys is not a new hall', async () => {
  const emptied = copyOf(whole.dataDir)
  byHand(emptied, 'DELETE FROM events')
  expect(await refusal(emptied)).toContain('这不是一个新大厅')
  const gone = copyOf(whole.dataDir)
  rmSync(logFile(gone))
  expect(await refusal(gone)).toContain('这不是一个新大厅')
  expect(existsSync(logFile(gone))).toBe(false)
  const keysOnly = mkdtempSync(join(tmpdir(), 'tingshi-keys-'))
  writeFileSync(join(keysOnly, 'cases.key'), 'x')
  expect(await refusal(keysOnly)).toContain('cases.key')
  expect((await said(() => goOnCommand(['--by', '王'], settings(keysOnly), NOON_OF_THIRD))).code).toBe(2)
  expect(
    (await said(() => goOnCommand(['--by', '王', '--last-number', '0'], settings(keysOnly), NOON_OF_THIRD))).code,
  ).toBe(0)
  const hall = await openKept(keysOnly, 0)
  expect(await hall.office.handle(take, 'K1', null)).toMatchObject({ ok: true })
  await hall.close()
})

test('L8 a start that failed before its first event does not stand in the way of the next', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tingshi-fresh-'))
  expect(await refusal(dataDir)).toBe('opened')
  writeFileSync(join(dataDir, 'cases.key'), 'x')
  expect(await refusal(dataDir)).toBe('opened')
})

test('L9 without the note beside it nobody says that a log is whole: lost, empty, of other bytes, or a folder of its name', async () => {
  const spoils: ((file: string) => void)[] = [
    (file) => rmSync(file),
    (file) => writeFileSync(file, ''),
    (file) => writeFileSync(file, Buffer.alloc(320, 97)),
    (file) => {
      rmSync(file)
      mkdirSync(file)
    },
  ]
  for (const spoil of spoils) {
    const dataDir = copyOf(whole.dataDir)
    // Once started, so that the log knows of its note.
    await (await openKept(dataDir, 2)).close()
    byHand(dataDir, `DELETE FROM events WHERE seq > ${rows.length - 3}`)
    spoil(join(dataDir, 'tingshi.head'))
    const verified = await said(() => verifyCommand([], settings(dataDir)))
    expect(verified).toMatchObject({ code: 1, words: expect.stringContaining('没法核对后面有没有少') })
    const opened = await openLog(dataDir, () => {})
    expect(opened.ok && opened.warning).toContain('没法核对日志后面有没有少')
    if (opened.ok) await opened.log.close()
  }
})

test('L9 an empty file, one without its rows, and a folder of its name is said in words by verify and by the start', async () => {
  const empty = copyOf(whole.dataDir)
  writeFileSync(logFile(empty), '')
  const dropped = copyOf(whole.dataDir)
  byHand(dropped, 'DROP TABLE events')
  const folder = copyOf(whole.dataDir)
  rmSync(logFile(folder))
  mkdirSync(logFile(folder))
  for (const dataDir of [empty, dropped, folder]) {
    expect(await said(() => verifyCommand([], settings(dataDir)))).toMatchObject({
      code: 1,
      words: expect.stringMatching(/日志是空的|数据文件坏了/),
    })
    expect(await refusal(dataDir)).toMatch(/日志是空的|数据文件坏了|不见了/)
  }
})

test('L9 verify looks and makes nothing: an empty or mistyped folder is said and stays as it is', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'tingshi-empty-'))
  const verified = await said(() => verifyCommand([], settings(empty)))
  expect(verified).toMatchObject({ code: 1, words: expect.stringContaining('没有日志') })
  expect(readdirSync(empty)).toEqual([])
  const mistyped = join(empty, 'dtaa')
  expect((await said(() => verifyCommand([], settings(mistyped)))).code).toBe(1)
  expect(existsSync(mistyped)).toBe(false)
  const dataDir = copyOf(whole.dataDir)
  const before = readdirSync(dataDir).toSorted()
  expect(await said(() => verifyCommand([], settings(dataDir)))).toMatchObject({
    code: 0,
    words: expect.stringContaining(`共 ${rows.length} 条`),
  })
  expect(readdirSync(dataDir).toSorted()).toEqual(before)
})

test('L10 a note that is gone is said, and kept anew', async () => {
  const dataDir = copyOf(whole.dataDir)
  rmSync(join(dataDir, 'tingshi.head'))
  const records = await openLog(dataDir, () => {})
  expect(records.ok && records.warning).toContain('tingshi.head')
  if (records.ok) await records.log.close()
  expect(readHead(dataDir)?.seq).toBe(rows.length)
})

test('L11 a log of an older version opens, with the same numbers and the same people waiting', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tingshi-old-'))
  copyFileSync(join(import.meta.dirname, '../fixtures/logs/two-days.db'), logFile(dataDir))
  expect((await said(() => verifyCommand([], settings(dataDir)))).words).toContain('共 80 条')
  const records = await openLog(dataDir, () => {})
  if (!records.ok) throw new Error(records.words.join('\n'))
  const { state } = records
  const waiting = [...state.line.tickets.values()]
    .filter(({ status }) => status === 'waiting')
    .map(({ number }) => number)
  expect([state.seq, state.day, state.line.numbers.get('A'), waiting]).toEqual([80, '2026-03-18', 6, ['A006']])
  await records.log.close()
  expect(readHead(dataDir)?.seq).toBe(80)
})
