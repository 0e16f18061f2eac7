import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { goOnCommand } from '../../gateway/cli/go-on-command.ts'
import { openLog } from '../../gateway/opening/open-log.ts'
import type { LogRow } from '../../gateway/store/event-log.ts'
import { findDamage, undecided } from '../../gateway/store/find-damage.ts'
import { readHead } from '../../gateway/store/log-head.ts'
import { NOON_OF_THIRD, byHand, inWords, logFile, openedLog, refusal, said, settings } from '../support/damaged-log.ts'
import { copyOf, openKept, take, threeDays } from '../support/kept-hall.ts'

let whole = { dataDir: '', numbersToday: [] as string[] }
let rows: LogRow[] = []
beforeAll(async () => {
  whole = await threeDays()
  const { log } = await openedLog(whole.dataDir)
  rows = await log.rows(0, 10_000)
  await log.close()
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
  'bits of the file': (dir, pick) => flip(logFile(dir), pick, 1 + pick(40)),
  'a page of zeros': (dir, pick) => {
    const bytes = readFileSync(logFile(dir))
    const page = pick(bytes.length / 4096)
    bytes.fill(0, page * 4096, (page + 1) * 4096)
    writeFileSync(logFile(dir), bytes)
  },
  'a shorter file': (dir, pick) => truncateSync(logFile(dir), pick(readFileSync(logFile(dir)).length)),
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
  'the file': (dir) => rmSync(logFile(dir)),
}

test('L6 sixty random damages: each is said, or has changed nothing', async () => {
  const untouched = await openedLog(copyOf(whole.dataDir))
  const kinds = Object.entries(harms)
  const outcome = new Map<string, number>()
  for (let seed = 1; seed <= 60; seed += 1) {
    const pick = numbersFrom(seed * 7_919)
    const [kind, harm] = kinds[seed % kinds.length] ?? ['', () => {}]
    const dataDir = copyOf(whole.dataDir)
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
  const counts = [...outcome].map(([what, count]) => (what.endsWith('changed nothing') ? 0 : count))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(30)
  if (process.env.TINGSHI_SAY) console.log(Object.fromEntries(outcome))
})

test('L7 after each of thirty damages that were refused, going on opens the hall and gives no number twice', async () => {
  let refused = 0
  for (let seed = 1; seed <= 30; seed += 1) {
    const pick = numbersFrom(seed * 104_729)
    const kinds = Object.entries(harms)
    const [kind, harm] = kinds[seed % kinds.length] ?? ['', () => {}]
    const dataDir = copyOf(whole.dataDir)
    harm(dataDir, pick)
    const words = await refusal(dataDir)
    if (words.includes('新版本')) continue
    if (words !== 'opened') {
      refused += 1
      const decided = await said(() =>
        goOnCommand(['--by', '王主任', '--last-number', '24'], settings(dataDir), NOON_OF_THIRD),
      )
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
  expect(refused).toBeGreaterThan(15)
})
