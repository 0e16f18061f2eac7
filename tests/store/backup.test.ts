import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { backupCommand } from '../../gateway/cli/backup-command.ts'
import { restoreCommand } from '../../gateway/cli/restore-command.ts'
import { verifyCommand } from '../../gateway/cli/verify-command.ts'
import { checkBackup, takeBackup } from '../../gateway/store/backup.ts'
import { readHead } from '../../gateway/store/log-head.ts'
import { NOON_OF_THIRD, byHand, logFile, said, settings } from '../support/damaged-log.ts'
import { aFewVisitors, openKept, take, threeDays } from '../support/kept-hall.ts'

const shelf = (): string => mkdtempSync(join(tmpdir(), 'tingshi-shelf-'))
const numberOf = (answer: unknown): string => (answer as { body: { number: string } }).body.number
const backupOf = async (dataDir: string): Promise<string> => {
  const taken = await takeBackup(dataDir, shelf(), NOON_OF_THIRD, {
    key: null,
    by: 'command',
    tryOut: async () => null,
  })
  if (!taken.ok) throw new Error(taken.words.join())
  return taken.folder
}

test('L14 a backup beside a hall that goes on writing is whole, and has what else a hall must not lose', async () => {
  const { dataDir } = await threeDays()
  mkdirSync(join(dataDir, 'media'))
  writeFileSync(join(dataDir, 'media/one.png'), 'a picture')
  writeFileSync(join(dataDir, 'booking.keys'), 'keys')
  const hall = await openKept(dataDir, 2)
  const [, taken] = await Promise.all([
    aFewVisitors(hall.office, 20),
    said(() => backupCommand([shelf()], settings(dataDir), NOON_OF_THIRD)),
  ])
  await hall.close()
  expect(taken.code).toBe(0)
  const folder = taken.words.split('\n').at(-1) ?? ''
  expect(basename(folder)).toMatch(/^tingshi-2026-03-18T\d{6}Z$/)
  expect(await checkBackup(folder)).toMatchObject({ ok: true })
  expect(readFileSync(join(folder, 'media/one.png'), 'utf8')).toBe('a picture')
  expect(readdirSync(folder).toSorted()).toEqual(['backup.json', 'booking.keys', 'media', 'tingshi.db', 'tingshi.head'])
  expect(await said(() => verifyCommand([], { dataDir: folder }))).toMatchObject({ code: 0 })
})

test('L14 of a log with a hole there is no backup, and nothing that looks like one', async () => {
  const { dataDir } = await threeDays()
  byHand(dataDir, 'DELETE FROM events WHERE seq = 20')
  const into = shelf()
  const taken = await said(() => backupCommand([into], settings(dataDir), NOON_OF_THIRD))
  expect(taken).toMatchObject({ code: 1 })
  expect(taken.words).toContain('日志第 20 条不见了。')
  expect(readdirSync(into)).toEqual([])
  expect(await said(() => backupCommand([into], settings(shelf()), NOON_OF_THIRD))).toMatchObject({ code: 1 })
})

test('L15 after a restore the hall goes on, no number is given twice, and the old folder is kept', async () => {
  const { dataDir, numbersToday } = await threeDays()
  const folder = await backupOf(dataDir)
  const hall = await openKept(dataDir, 2)
  const after = await aFewVisitors(hall.office, 5)
  await hall.close()
  const wasAt = readHead(dataDir)?.seq
  const restored = await said(() => restoreCommand([folder, '--by', '王主任'], settings(dataDir), NOON_OF_THIRD))
  expect(restored).toMatchObject({ code: 0 })
  expect(readHead(`${dataDir}.before-restore-1`)?.seq).toBe(wasAt)
  const again = await openKept(dataDir, 2)
  const next = numberOf(await again.office.handle(take, 'K1', null))
  await again.close()
  expect([...numbersToday, ...after]).not.toContain(next)
  expect(await said(() => verifyCommand([], { dataDir }))).toMatchObject({ code: 0 })
})

test('L15 where nothing is left of the old folder, somebody says how far the numbers went', async () => {
  const { dataDir, numbersToday } = await threeDays()
  const folder = await backupOf(dataDir)
  rmSync(dataDir, { recursive: true })
  const restore = (...more: string[]) =>
    said(() => restoreCommand([folder, '--by', '王主任', ...more], settings(dataDir), NOON_OF_THIRD))
  expect(await restore()).toMatchObject({ code: 1 })
  expect(existsSync(dataDir)).toBe(false)
  const last = numbersToday.length + 7
  expect(await restore('--last-number', String(last))).toMatchObject({ code: 0 })
  const hall = await openKept(dataDir, 2)
  expect(numberOf(await hall.office.handle(take, 'K1', null))).toBe(`A${String(last + 1).padStart(3, '0')}`)
  await hall.close()
})

test('L15 a restore right after the backup loses nothing and leaves no number out', async () => {
  const { dataDir, numbersToday } = await threeDays()
  const folder = await backupOf(dataDir)
  expect(await said(() => restoreCommand([folder, '--by', '王主任'], settings(dataDir), NOON_OF_THIRD))).toMatchObject({
    code: 0,
  })
  const hall = await openKept(dataDir, 2)
  expect(numberOf(await hall.office.handle(take, 'K1', null))).toBe(
    `A${String(numbersToday.length + 1).padStart(3, '0')}`,
  )
  await hall.close()
})

test.each([
  ['a file that has changed', (folder: string) => writeFileSync(join(folder, 'one.keys'), 'other'), '和写下时不一样'],
  ['a file that is gone', (folder: string) => rmSync(join(folder, 'one.keys')), '少了 one.keys'],
  ['no list', (folder: string) => rmSync(join(folder, 'backup.json')), '不是备份'],
  ['a broken list', (folder: string) => writeFileSync(join(folder, 'backup.json'), '{'), '读不出来'],
  [
    'half a log',
    (folder: string) => writeFileSync(logFile(folder), readFileSync(logFile(folder)).subarray(0, 9_000)),
    '不一样',
  ],
])('L15 a backup with %s is refused in words and changes nothing', async (_, harm, words) => {
  const { dataDir } = await threeDays()
  writeFileSync(join(dataDir, 'one.keys'), 'keys')
  const folder = await backupOf(dataDir)
  harm(folder)
  const before = readdirSync(dataDir)
  const refused = await said(() =>
    restoreCommand([folder, '--by', '王主任', '--last-number', '9'], settings(dataDir), NOON_OF_THIRD),
  )
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.words).toContain(words)
  expect(readdirSync(dataDir)).toEqual(before)
  expect(readdirSync(dirname(dataDir)).filter((name) => name.startsWith(`${basename(dataDir)}.`))).toEqual([])
})

test('L15 while the gateway runs nothing is restored', async () => {
  const { dataDir } = await threeDays()
  const folder = await backupOf(dataDir)
  const { takeWriterLock } = await import('../../gateway/store/writer-lock.ts')
  const lock = takeWriterLock(dataDir, 0)
  const refused = await said(() => restoreCommand([folder, '--by', '王主任'], settings(dataDir), NOON_OF_THIRD))
  lock?.release()
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.words).toContain('网关还开着')
})
