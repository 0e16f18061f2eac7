import { mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseHash } from '../../gateway/cases/case-key.ts'
import { caseStore } from '../../gateway/cases/case-store.ts'
import { limitGuesses } from '../../gateway/cases/limit-guesses.ts'
import { caseReport } from '../../gateway/contract/cases.ts'
import { openDatabase } from '../../gateway/store/database.ts'

/** Far after all that is reported here. */
const clock = { now: Date.UTC(2026, 2, 18) }
const open = (dataDir = mkdtempSync(join(tmpdir(), 'tingshi-cases-'))) => {
  const database = openDatabase(join(dataDir, 'tingshi.db'))
  return { dataDir, database, store: caseStore(database, caseHash(dataDir), () => clock.now) }
}
const report = (over: object = {}) =>
  caseReport.parse({
    receipt: 'AB 12 34',
    last4: '987x',
    code: 'code-nobody-guesses',
    matterName: '事项',
    departmentName: '局',
    status: 'accepted',
    acceptedOn: '2026-03-02',
    steps: [{ name: '受理' }],
    reportedAt: 100,
    ...over,
  })

test('CP3 the newest report wins, whatever the order; a restart forgets nothing', () => {
  const { dataDir, database, store } = open()
  expect([
    store.take(report()),
    store.take(report()),
    store.take(report({ reportedAt: 99, matterName: '旧' })),
  ]).toEqual(['taken', 'older', 'older'])
  expect(store.take(report({ reportedAt: 101, matterName: '新' }))).toBe('taken')
  database.close()
  expect(open(dataDir).store.find({ receipt: 'ab1234', last4: '987X' })?.matterName).toBe('新')
})

test('CP4 found by both halves or by the code; one wrong half finds nothing', () => {
  const { store } = open()
  store.take(report())
  store.take(report({ receipt: 'NOLAST4', last4: null, code: null }))
  for (const code of ['code-nobody-guesses', 'CODE-NOBODY-GUESSES', ' code-nobody- guesses'])
    expect(store.find({ code })?.receipt, code).toBe('AB 12 34')
  expect(store.find({ receipt: 'AB1234', last4: '1234' })).toBeNull()
  expect(store.find({ receipt: 'AB1235', last4: '987X' })).toBeNull()
  expect(store.find({ receipt: 'NOLAST4', last4: '0000' })).toBeNull()
})

test('CP5 ten wrong guesses in ten minutes are enough, for each door', () => {
  let now = 0
  const guesses = limitGuesses(10, 600_000, () => now)
  for (let nth = 0; nth < 10; nth += 1) {
    expect(guesses.isSpent('K1')).toBe(false)
    guesses.note('K1')
  }
  expect([guesses.isSpent('K1'), guesses.isSpent('K2')]).toEqual([true, false])
  now = 600_001
  expect(guesses.isSpent('K1')).toBe(false)
})

test('CP6 neither the last four nor the code is on disk, and the key is private', () => {
  const { dataDir, database, store } = open()
  store.take(report({ last4: '987X' }))
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  for (const name of readdirSync(dataDir).filter((file) => file.startsWith('tingshi.db'))) {
    const bytes = readFileSync(join(dataDir, name)).toString('latin1')
    expect([bytes.includes('987X'), bytes.includes('987x'), bytes.includes('code-nobody-guesses')]).toEqual([
      false,
      false,
      false,
    ])
  }
  expect(statSync(join(dataDir, 'cases.key')).mode & 0o777).toBe(0o600)
})

test('CP7 an ended case goes after 180 days, an open one stays', () => {
  const { store } = open()
  const day = 86_400_000
  store.take(report({ receipt: 'OPEN1' }))
  store.take(report({ receipt: 'DONE1', status: 'decided', finishedAt: 10 * day, code: null }))
  expect([store.forget(190 * day), store.forget(190 * day + 1)]).toEqual([0, 1])
  expect(store.find({ receipt: 'OPEN1', last4: '987X' })).not.toBeNull()
})

test('CK6 a report of the year 2100 is kept as of now, and the next one counts', () => {
  const { database, store } = open()
  const future = Date.UTC(2100, 0, 1)
  store.take(report({ reportedAt: future, status: 'decided', finishedAt: future }))
  expect(store.find({ code: 'code-nobody-guesses' })).toMatchObject({ reportedAt: clock.now, finishedAt: clock.now })
  clock.now += 60_000
  expect(store.take(report({ reportedAt: clock.now, matterName: '新' }))).toBe('taken')
  // One that an older version has kept so gives way too.
  database.exec(`UPDATE cases SET reported_at = ${future}`)
  expect(store.take(report({ reportedAt: clock.now, matterName: '再新' }))).toBe('taken')
  expect(store.find({ code: 'code-nobody-guesses' })?.matterName).toBe('再新')
})
