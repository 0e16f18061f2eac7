import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test } from 'vitest'
import { replay } from '../../gateway/office/replay.ts'
import { openLog } from '../../gateway/opening/open-log.ts'
import type { EventLog } from '../../gateway/store/event-log.ts'
import { readSnapshot } from '../../gateway/store/state-snapshot.ts'
import { aFewVisitors, copyOf, openKept, threeDays } from '../support/kept-hall.ts'

let whole = ''
beforeAll(async () => {
  whole = (await threeDays()).dataDir
})
const opened = async (dataDir: string) => {
  const kept = await openLog(dataDir, () => {})
  if (!kept.ok) throw new Error(kept.words.join())
  return kept
}
const fileOf = (dataDir: string): string => join(dataDir, 'state.snapshot')

test('L12 a start reads from the last day’s beginning on, and comes to the state of the whole log', async () => {
  const kept = await opened(copyOf(whole))
  const snapshot = await readSnapshot(whole, kept.log)
  const opening = (await kept.log.rows(0, 10_000)).findLast(({ body }) => body.includes('"day-opened"'))
  expect(snapshot?.end.seq).toBeGreaterThanOrEqual(opening?.seq ?? Number.NaN)
  const asked: number[] = []
  const watched: Pick<EventLog, 'rows'> = {
    rows: (after, limit) => {
      asked.push(after)
      return kept.log.rows(after, limit)
    },
  }
  const again = await replay(watched, null, snapshot ?? undefined)
  expect(asked[0]).toBe(snapshot?.end.seq)
  expect(again).toEqual(await replay(kept.log))
  expect(kept.state).toEqual(again)
  await kept.log.close()
})

test('L12 what is open at midnight is in the snapshot of the day before, and the day goes on from it', async () => {
  const dataDir = copyOf(whole)
  const hall = await openKept(dataDir, 3)
  expect(await aFewVisitors(hall.office, 3)).toEqual(['A001', 'A002', 'A003'])
  await hall.close()
  const kept = await opened(dataDir)
  expect(kept.state).toEqual(await replay(kept.log))
  expect(kept.state.line.numbers.get('A')).toBe(3)
  await kept.log.close()
})

test('L12 a snapshot that is broken, of other rules or of another log is thrown away', async () => {
  const spoil: Record<string, (dataDir: string) => void> = {
    'a flipped bit': (dir) => {
      const bytes = readFileSync(fileOf(dir))
      bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1
      writeFileSync(fileOf(dir), bytes)
    },
    'cut short': (dir) => writeFileSync(fileOf(dir), readFileSync(fileOf(dir)).subarray(0, 300)),
    'other rules': (dir) =>
      writeFileSync(fileOf(dir), readFileSync(fileOf(dir), 'latin1').replace(/"rules":"./, '"rules":"x'), 'latin1'),
    'no file': (dir) => rmSync(fileOf(dir)),
    'another log': (dir) => {
      const database = new DatabaseSync(join(dir, 'tingshi.db'))
      database.exec(`UPDATE events SET hash = '${'0'.repeat(64)}'`)
      database.close()
    },
  }
  for (const [how, harm] of Object.entries(spoil)) {
    const dataDir = copyOf(whole)
    expect(existsSync(fileOf(dataDir))).toBe(true)
    const { log } = await opened(dataDir)
    harm(dataDir)
    expect(await readSnapshot(dataDir, log), how).toBeNull()
    await log.close()
  }
})
