import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { isBackupDue, isBackupLate } from '../../gateway/backups/backup-due.ts'
import type { BackupJob } from '../../gateway/backups/backup-worker.ts'
import { forgetOldBackups } from '../../gateway/backups/forget-old-backups.ts'
import { keepBackups } from '../../gateway/backups/keep-backups.ts'
import { tryRestore } from '../../gateway/backups/try-restore.ts'
import { wordOf } from '../../gateway/board/condition-words.ts'
import { whatToDo } from '../../gateway/board/what-to-do.ts'
import { backupCommand } from '../../gateway/cli/backup-command.ts'
import { restoreCommand } from '../../gateway/cli/restore-command.ts'
import { backupSettings } from '../../gateway/contract/backups.ts'
import type { DeviceCondition } from '../../gateway/contract/device-condition.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { noBackups } from '../../gateway/domain/backups/state.ts'
import { type Backup, checkBackup, takeBackup } from '../../gateway/store/backup.ts'
import { makeBackupKey, readBackupKey } from '../../gateway/store/sealed-file.ts'
import { NOON_OF_THIRD, logFile, said, settings } from '../support/damaged-log.ts'
import { given } from '../support/given.ts'
import { aFewVisitors, openKept, take, threeDays } from '../support/kept-hall.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

vi.setConfig({ testTimeout: 60_000 })
const shelf = (): string => mkdtempSync(join(tmpdir(), 'tingshi-shelf-'))
const wellTried = async (): Promise<null> => null
const newKey = (): string => {
  const file = join(shelf(), 'backup.key')
  makeBackupKey(file)
  return file
}
const keyIn = (file: string): string => {
  const read = readBackupKey(file)
  if (!read.ok) throw new Error(read.words)
  return read.key
}
const taken = async (dataDir: string, wish: Partial<Parameters<typeof takeBackup>[3]> = {}, into = shelf()) => {
  const done = await takeBackup(dataDir, into, NOON_OF_THIRD, { key: null, by: 'gateway', tryOut: wellTried, ...wish })
  if (!done.ok) throw new Error(done.words.join())
  return done.folder
}

test('BK1 what does not open when it is tried gets no name, and nothing is left of it', async () => {
  const { dataDir } = await threeDays()
  const into = shelf()
  const kept = await taken(dataDir, {}, into)
  const wish = { key: null, by: 'gateway' as const, tryOut: async () => ['打不开'] }
  const failed = await takeBackup(dataDir, into, NOON_OF_THIRD + 1_000, wish)
  expect(failed).toEqual({ ok: false, words: ['打不开'] })
  expect(readdirSync(into).map((name) => join(into, name))).toEqual([kept])
})

test('BK1 the try restores it on a copy and finds what a look at the files does not', async () => {
  const { dataDir } = await threeDays()
  const folder = await taken(dataDir)
  const scratch = join(shelf(), 'trying')
  expect(await tryRestore(folder, null, scratch)).toBeNull()
  expect(existsSync(scratch)).toBe(false)
  const bytes = readFileSync(logFile(folder))
  writeFileSync(logFile(folder), bytes.subarray(0, bytes.length / 2))
  expect(await tryRestore(folder, null, scratch)).toEqual(['备份里的 tingshi.db 和写下时不一样。'])
  expect(existsSync(scratch)).toBe(false)
})

test('BK1 a log whose files are whole and that gives no state is no backup', async () => {
  const { dataDir } = await threeDays()
  const folder = await taken(dataDir)
  const log = new DatabaseSync(logFile(folder))
  log.exec("UPDATE events SET body = replace(body, 'ticket-taken', 'ticket-tasted')")
  log.close()
  const list = JSON.parse(readFileSync(join(folder, 'backup.json'), 'utf8')) as Backup
  const sum = createHash('sha256')
    .update(readFileSync(logFile(folder)))
    .digest('hex')
  const files = { ...list.files, 'tingshi.db': sum }
  writeFileSync(join(folder, 'backup.json'), JSON.stringify({ ...list, files }))
  expect(await tryRestore(folder, null, join(shelf(), 'trying'))).toEqual(['试着恢复时打不开，这份备份不能用。'])
})

test('BK2 with a key nothing can be read of it, and it comes back with that key alone', async () => {
  const { dataDir } = await threeDays()
  mkdirSync(join(dataDir, 'media'))
  writeFileSync(join(dataDir, 'media/one.png'), 'a picture')
  const [file, other] = [newKey(), newKey()]
  const into = shelf()
  const done = await said(() => backupCommand([into, '--key', file], settings(dataDir), NOON_OF_THIRD))
  expect(done).toMatchObject({ code: 0 })
  const folder = join(into, readdirSync(into)[0] ?? '')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(files.toSorted()).toEqual(
    ['backup.json', 'media', 'media/one.png.sealed', 'tingshi.db.sealed', 'tingshi.head.sealed'].toSorted(),
  )
  const sealed = readFileSync(join(folder, 'tingshi.db.sealed'))
  expect(sealed.includes('SQLite format') || sealed.includes('ticket-taken')).toBe(false)
  expect(readdirSync(dataDir).filter((name) => name.startsWith('backup.'))).toEqual([])
  expect(await checkBackup(folder, keyIn(file))).toMatchObject({ ok: true })
  expect(await checkBackup(folder, keyIn(other))).toMatchObject({ ok: false })
  expect(await checkBackup(folder)).toMatchObject({ ok: false, words: [expect.stringContaining('加密')] })
  const restore = (...more: string[]) =>
    said(() => restoreCommand([folder, '--by', '王主任', ...more], settings(dataDir), NOON_OF_THIRD))
  expect(await restore('--key', other)).toMatchObject({ code: 1, words: expect.stringContaining('什么都没有改') })
  expect(await restore('--key', file)).toMatchObject({ code: 0 })
  expect(readFileSync(join(dataDir, 'media/one.png'), 'utf8')).toBe('a picture')
  const hall = await openKept(dataDir, 2)
  expect((await hall.office.handle(take, 'K1', null)).ok).toBe(true)
  await hall.close()
})

test('BK2 a byte that changed, an end that is missing and a file in another’s place are noticed', async () => {
  const { dataDir } = await threeDays()
  const key = keyIn(newKey())
  const folder = await taken(dataDir, { key })
  const file = join(folder, 'tingshi.db.sealed')
  const whole = readFileSync(file)
  expect(whole.length).toBeGreaterThan(1_000)
  const spoilt: Buffer[] = [
    Buffer.concat([whole.subarray(0, 500), Buffer.of((whole[500] ?? 0) ^ 1), whole.subarray(501)]),
    whole.subarray(0, whole.length - 40),
    readFileSync(join(folder, 'tingshi.head.sealed')),
  ]
  for (const bytes of spoilt) {
    writeFileSync(file, bytes)
    expect(await checkBackup(folder, key)).toMatchObject({ ok: false })
  }
  writeFileSync(file, whole)
  expect(await checkBackup(folder, key)).toMatchObject({ ok: true })
})

test('BK2 a key that is missing or short is refused in words', () => {
  expect(readBackupKey('/nowhere/backup.key')).toMatchObject({ ok: false, words: expect.stringContaining('没有找到') })
  const short = join(shelf(), 'short.key')
  writeFileSync(short, 'secret')
  expect(readBackupKey(short)).toMatchObject({ ok: false, words: expect.stringContaining('太短') })
})

const HOUR = 3_600_000
/** 18 March 2026, 10:00 in the hall. */
const TEN = Date.UTC(2026, 2, 18, 2, 0)
const zone = 'Asia/Shanghai'
const daily = backupSettings.parse({ at: '02:00' })
const madeAt = (at: number) => ({
  made: [{ name: 'tingshi-x', rows: 1, bytes: 1, sealed: false, at, by: 'hall' }],
  failure: null,
})

test('BK3 it is due when its time has come since the last good one, and half an hour after one that failed', () => {
  const due = (state: Parameters<typeof isBackupDue>[1], now = TEN): boolean => isBackupDue(daily, state, zone, now)
  expect(due(noBackups())).toBe(true)
  expect(due(madeAt(TEN - 8 * HOUR))).toBe(false)
  expect(due(madeAt(TEN - 8 * HOUR - 1))).toBe(true)
  expect(due(madeAt(TEN - 8 * HOUR - 1), TEN - 8 * HOUR - 1)).toBe(false)
  const failed = (minutes: number) => ({ made: [], failure: { at: TEN - minutes * 60_000, why: '硬盘满了' } })
  expect([due(failed(29)), due(failed(30))]).toEqual([false, true])
  expect(isBackupDue(null, noBackups(), zone, TEN)).toBe(false)
})

test('BK3 by a clock that is doubted none is made, and one as soon as it is right', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] })
  try {
    let made = 0
    const hall = byHand(async () => {
      made += 1
      return { ok: true, name: 'tingshi-2026-03-18T020000Z', rows: 9, bytes: 99, sealed: false, removed: [] } as never
    })
    const clock = (found: 'doubted' | 'came-back') =>
      hall.story.when({ type: 'report-clock', found, hallSays: TEN, clockSays: TEN, day: '2026-03-18' }, 'hall')
    clock('doubted')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(made).toBe(0)
    clock('came-back')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(made).toBe(1)
    hall.keeper.stop()
  } finally {
    vi.useRealTimers()
  }
})

test('BK5 one that should be there for two hours is late, and a hall that was just opened has its time', () => {
  const late = (now: number, openedAt = 0) => isBackupLate(daily, madeAt(TEN - 30 * HOUR), zone, now, openedAt)
  expect([late(TEN - 6 * HOUR), late(TEN - 6 * HOUR + 1), late(TEN, TEN - HOUR)]).toEqual([false, true, false])
})

test('BK4 the oldest go until so many are left, and those made by command stay', async () => {
  const { dataDir } = await threeDays()
  const into = shelf()
  const names: string[] = []
  for (const [nth, by] of (['gateway', 'command', 'gateway', 'gateway'] as const).entries()) {
    const wish = { key: null, by, tryOut: wellTried }
    const done = await takeBackup(dataDir, into, NOON_OF_THIRD + nth * 1_000, wish)
    if (done.ok) names.push(done.name)
  }
  expect(forgetOldBackups(into, 2)).toEqual([names[0]])
  expect(readdirSync(into).toSorted()).toEqual(names.slice(1))
  const list = JSON.parse(readFileSync(join(into, names[1] ?? '', 'backup.json'), 'utf8')) as Backup
  expect(list.by).toBe('command')
})

/** A hall by hand whose backups are made by `run`. */
function byHand(run: (job: BackupJob) => Promise<never>, folder: string | null = null) {
  const usual = tinyHallModel()
  const hallModel = buildHallModel({ ...usual.hall, backup: { ...daily, folder } }, [...usual.matters.values()], false)
  const story = given(hallModel)
  const learnt: DeviceCondition[] = []
  const keeper = keepBackups({
    office: {
      state: story.state,
      hallModel,
      handle: async (report, actor) => {
        story.when(report as never, actor)
        return { ok: true } as never
      },
    },
    board: { learn: (_, condition) => void learnt.push(condition) },
    dataDir: '/hall/data',
    stream: null,
    now: () => TEN,
    invalidate: () => {},
    onBroken: (error) => {
      throw error
    },
    run,
  })
  return { keeper, story, learnt, take: () => keeper.take(async (report) => story.when(report, 'staff 0301')) }
}

test('BK5 one that failed is a record, and the board says why and what to do until one is good', async () => {
  let answer: unknown = { ok: false, why: '硬盘满了' }
  const hall = byHand(async () => answer as never)
  await hall.take()
  expect(hall.story.events.at(-1)).toMatchObject({ type: 'backup-failed', why: '硬盘满了', actor: 'staff 0301' })
  const condition = hall.learnt.at(-1) as DeviceCondition
  expect(wordOf(condition)).toBe('备份没有做成：硬盘满了')
  expect(whatToDo({ kind: 'gateway', name: '备份' }, condition)).toContain('现在备份')
  expect(hall.keeper.list()).toMatchObject({ failure: { why: '硬盘满了' }, total: 0, at: '02:00', keep: 14 })
  answer = null
  await hall.take()
  expect(hall.story.events.at(-1)).toMatchObject({ type: 'backup-failed', why: expect.stringContaining('断了') })
  answer = { ok: true, name: 'tingshi-2026-03-18T020000Z', rows: 9, bytes: 99, sealed: false, removed: [] }
  await hall.take()
  expect(hall.story.events.at(-1)).toMatchObject({ type: 'backup-made', rows: 9 })
  expect(hall.learnt.at(-1)).toEqual({ code: 'ok', detail: null })
  expect(hall.keeper.list()).toMatchObject({ failure: null, total: 1, items: [{ by: 'staff 0301', isThere: false }] })
  hall.keeper.stop()
})

test('BK5 two presses make one, and the shelf may not lie in what is copied', async () => {
  let made = 0
  const hall = byHand(async () => {
    made += 1
    return { ok: false, why: '-' } as never
  })
  await Promise.all([hall.take(), hall.take()])
  expect(made).toBe(1)
  hall.keeper.stop()
  const inside = byHand(async () => ({ ok: true }) as never, '/hall/data/backups')
  await inside.take()
  expect(inside.story.events.at(-1)).toMatchObject({ type: 'backup-failed', why: expect.stringContaining('里面') })
  inside.keeper.stop()
})

test('BK1 a hall that goes on writing while it is copied gets a backup that opens', async () => {
  const { dataDir } = await threeDays()
  const hall = await openKept(dataDir, 2)
  const into = shelf()
  const [, done] = await Promise.all([
    aFewVisitors(hall.office, 20),
    said(() => backupCommand([into], settings(dataDir), NOON_OF_THIRD)),
  ])
  await hall.close()
  expect(done.code).toBe(0)
  expect(done.words).toContain('试着恢复过')
})
