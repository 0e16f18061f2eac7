import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test } from 'vitest'
import { goOnCommand } from '../../gateway/cli/go-on-command.ts'
import { verifyCommand } from '../../gateway/cli/verify-command.ts'
import { openLog } from '../../gateway/open-log.ts'
import { findDamage, undecided } from '../../gateway/store/find-damage.ts'
import { FIRST_HASH, chainHash } from '../../gateway/store/hash-chain.ts'
import { readHead } from '../../gateway/store/log-head.ts'
import type { EventLog, LogRow } from '../../gateway/store/event-log.ts'
import { copyOf, openKept, take, threeDays } from '../support/kept-hall.ts'

/** Noon of the third day. */
const NOW = Date.UTC(2026, 2, 18, 4)
let whole = { dataDir: '', numbersToday: [] as string[] }
let rows: LogRow[] = []
let firstDay = ''
beforeAll(async () => {
  whole = await threeDays()
  const { log } = await opened(whole.dataDir)
  rows = await log.rows(0, 10_000)
  await log.close()
  firstDay = copyOf(whole.dataDir)
})

async function opened(dataDir: string): Promise<{ log: EventLog; state: unknown }> {
  const records = await openLog(dataDir, () => {})
  if (!records.ok) throw new Error(records.words.join('\n'))
  return records
}
const file = (dataDir: string): string => join(dataDir, 'tingshi.db')
function byHand(dataDir: string, sql: string): void {
  const database = new DatabaseSync(file(dataDir))
  database.exec(sql)
  database.close()
}
/** What the command line prints, and how it ends. */
async function said(work: () => Promise<number>): Promise<{ code: number; words: string }> {
  const lines: string[] = []
  const { log, error } = console
  console.log = console.error = (line: string) => void lines.push(line)
  try {
    return { code: await work(), words: lines.join('\n') }
  } finally {
    Object.assign(console, { log, error })
  }
}
const settings = (dataDir: string) => ({ dataDir, hallDir: '/nowhere' })
/** What the gateway prints when opening throws. */
const inWords = (broken: Error) => ({ ok: false as const, words: [broken.message] })
const refusal = async (dataDir: string): Promise<string> => {
  const records = await openLog(dataDir, () => {}).catch(inWords)
  if (records.ok) await records.log.close()
  return records.ok ? 'opened' : records.words.join('\n')
}

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
  const database = new DatabaseSync(file(dataDir))
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
  expect((await said(() => goOnCommand([], settings(dataDir), NOW))).code).toBe(2)
  const decided = await said(() => goOnCommand(['--by', '王主任', '--reason', '没有备份'], settings(dataDir), NOW))
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
  await said(() => goOnCommand(['--by', '王主任', '--last-number', '24'], settings(seen), NOW))
  const second = await openKept(seen, 2)
  expect(await second.office.handle(take, 'K1', null)).toMatchObject({ ok: true, body: { number: 'A025' } })
  await second.close()
})

test('L7 a lost day leaves out what may have been given that day, also for a day that the log never opened', async () => {
  const dataDir = copyOf(whole.dataDir)
  const opening = rows.findLast(({ body }) => body.includes('"day-opened"'))
  byHand(dataDir, `DELETE FROM events WHERE seq >= ${opening?.seq}`)
  await said(() => goOnCommand(['--by', '王主任'], settings(dataDir), NOW))
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
  rmSync(file(gone))
  expect(await refusal(gone)).toContain('这不是一个新大厅')
  expect(existsSync(file(gone))).toBe(false)
  const keysOnly = mkdtempSync(join(tmpdir(), 'tingshi-keys-'))
  writeFileSync(join(keysOnly, 'cases.key'), 'x')
  expect(await refusal(keysOnly)).toContain('cases.key')
  expect((await said(() => goOnCommand(['--by', '王'], settings(keysOnly), NOW))).code).toBe(2)
  expect((await said(() => goOnCommand(['--by', '王', '--last-number', '0'], settings(keysOnly), NOW))).code).toBe(0)
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

/** Small, even, and the same everywhere: the numbers of a seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
function flip(path: string, pick: (below: number) => number, bits: number): void {
  const bytes = readFileSync(path)
  for (let nth = 0; nth < bits; nth += 1) {
    const place = pick(bytes.length)
    bytes[place] = (bytes[place] ?? 0) ^ (1 << pick(8))
  }
  writeFileSync(path, bytes)
}
const someSeq = (pick: (below: number) => number): number => 1 + pick(rows.length)
type Harm = (dataDir: string, pick: (below: number) => number) => void
const harms: Record<string, Harm> = {
  'bits of the file': (dir, pick) => flip(file(dir), pick, 1 + pick(40)),
  'a page of zeros': (dir, pick) => {
    const bytes = readFileSync(file(dir))
    const page = pick(bytes.length / 4096)
    bytes.fill(0, page * 4096, (page + 1) * 4096)
    writeFileSync(file(dir), bytes)
  },
  'a shorter file': (dir, pick) => truncateSync(file(dir), pick(readFileSync(file(dir)).length)),
  'the last rows': (dir, pick) => byHand(dir, `DELETE FROM events WHERE seq > ${rows.length - 1 - pick(60)}`),
  'rows in the middle': (dir, pick) => {
    const from = someSeq(pick)
    byHand(dir, `DELETE FROM events WHERE seq BETWEEN ${from} AND ${from + pick(9)}`)
  },
  'two bodies swapped': (dir, pick) => {
    const [one, other] = [someSeq(pick), someSeq(pick)]
    byHand(
      dir,
      `UPDATE events SET body = (SELECT one.body FROM events AS one WHERE one.seq = ${one} + ${other} - events.seq) WHERE seq IN (${one}, ${other})`,
    )
  },
  'a body': (dir, pick) =>
    byHand(dir, `UPDATE events SET body = replace(body, '"at":', '"at":${1 + pick(9)}') WHERE seq = ${someSeq(pick)}`),
  'a hash': (dir, pick) => byHand(dir, `UPDATE events SET hash = hash || '${pick(9)}' WHERE seq = ${someSeq(pick)}`),
  'other numbers': (dir, pick) =>
    byHand(
      dir,
      `UPDATE events SET seq = -seq WHERE seq > ${someSeq(pick)}; UPDATE events SET seq = 1000 - seq WHERE seq < 0`,
    ),
  'an older copy': (dir, pick) =>
    byHand(dir, `DELETE FROM events WHERE seq > ${someSeq(pick) - 1}; DELETE FROM answers`),
  'the snapshot': (dir, pick) => flip(join(dir, 'state.snapshot'), pick, 1 + pick(5)),
  'the note': (dir, pick) => flip(join(dir, 'tingshi.head'), pick, 1 + pick(5)),
  'the file': (dir) => rmSync(file(dir)),
}

test('L6 sixty random damages: each is said, or has changed nothing', async () => {
  const untouched = await opened(copyOf(whole.dataDir))
  const kinds = Object.entries(harms)
  const outcome = new Map<string, number>()
  for (let seed = 1; seed <= 60; seed += 1) {
    const pick = numbersFrom(seed * 7_919)
    const [kind, harm] = kinds[seed % kinds.length] ?? ['', () => {}]
    const dataDir = copyOf(firstDay)
    harm(dataDir, pick)
    const noted = readHead(dataDir)
    const records = await openLog(dataDir, () => {}).catch(inWords)
    let end = 'refused in words'
    if (records.ok) {
      const found = undecided(await findDamage(records.log, noted ?? (await records.log.end())))
      end = found.length > 0 ? 'found by the look through the log' : 'changed nothing'
      if (found.length === 0 && records.warning === null) {
        expect(await records.log.rows(0, 10_000), `seed ${seed}: ${kind}`).toEqual(rows)
        expect(records.state, `seed ${seed}: ${kind}`).toEqual(untouched.state)
      }
      await records.log.close()
    } else expect(records.words.join(''), `seed ${seed}: ${kind}`).toContain('备份')
    outcome.set(`${kind}: ${end}`, (outcome.get(`${kind}: ${end}`) ?? 0) + 1)
    rmSync(dataDir, { recursive: true })
  }
  await untouched.log.close()
  expect([...outcome.values()].reduce((sum, count) => sum + count, 0)).toBe(60)
  if (process.env.TINGSHI_SAY) console.log(Object.fromEntries(outcome))
})

test('L7 after each of thirty damages that were refused, going on opens the hall and gives no number twice', async () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const pick = numbersFrom(seed * 104_729)
    const kinds = Object.entries(harms)
    const [kind, harm] = kinds[seed % kinds.length] ?? ['', () => {}]
    const dataDir = copyOf(firstDay)
    harm(dataDir, pick)
    const words = await refusal(dataDir)
    if (words.includes('新版本')) continue
    if (words !== 'opened') {
      const decided = await said(() => goOnCommand(['--by', '王主任', '--last-number', '24'], settings(dataDir), NOW))
      expect(decided, `seed ${seed}: ${kind}`).toMatchObject({ code: 0 })
    }
    const hall = await openKept(dataDir, 2)
    const next = await hall.office.handle(take, 'K1', null)
    await hall.close()
    rmSync(dataDir, { recursive: true })
    expect(next, `seed ${seed}: ${kind}`).toMatchObject({ ok: true })
    if (next.ok)
      expect(whole.numbersToday, `seed ${seed}: ${kind}`).not.toContain((next.body as { number: string }).number)
  }
})

test('L11 a log of an older version opens, with the same numbers and the same people waiting', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tingshi-old-'))
  copyFileSync(join(import.meta.dirname, '../fixtures/logs/two-days.db'), file(dataDir))
  expect((await said(() => verifyCommand([], settings(dataDir)))).words).toContain('共 80 条')
  const records = await openLog(dataDir, () => {})
  if (!records.ok) throw new Error(records.words.join('\n'))
  const { state } = records
  const waiting = [...state.line.tickets.values()]
    .filter(({ status }) => status === 'waiting')
    .map(({ number }) => number)
  expect([state.seq, state.day, state.line.numbers.get('A'), waiting]).toEqual([80, '2026-03-18', 6, expect.any(Array)])
  await records.log.close()
  expect(readHead(dataDir)?.seq).toBe(80)
})
