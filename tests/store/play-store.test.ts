import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { keepPlays } from '../../gateway/board/keep-plays.ts'
import { displayWatch } from '../../gateway/board/display-watch.ts'
import { pulse } from '../../gateway/contract/display-pulse.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { playStore } from '../../gateway/store/play-store.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const folder = mkdtempSync(join(tmpdir(), 'tingshi-plays-'))
afterEach(() => rmSync(join(folder, 'tingshi.db'), { force: true }))
const play = (noticeId: string, day: string, seconds: number, screenId = 'L1') => ({
  day,
  noticeId,
  screenId,
  seconds,
  times: 1,
})
const all = { noticeId: null, day: null, limit: 100 }

test('DW17 seconds and times add up by day, notice and screen, and are there after a restart', () => {
  const database = openDatabase(join(folder, 'tingshi.db'))
  const store = playStore(database)
  store.add([play('n1', '2026-03-18', 12), play('n1', '2026-03-18', 12, 'L2')])
  store.add([play('n1', '2026-03-18', 10), play('n2', '2026-03-19', 5)])
  database.close()
  const again = openDatabase(join(folder, 'tingshi.db'))
  const read = playStore(again)
  expect(read.list(all)).toEqual([
    { day: '2026-03-19', noticeId: 'n2', screenId: 'L1', seconds: 5, times: 1 },
    { day: '2026-03-18', noticeId: 'n1', screenId: 'L1', seconds: 22, times: 2 },
    { day: '2026-03-18', noticeId: 'n1', screenId: 'L2', seconds: 12, times: 1 },
  ])
  expect(read.list({ ...all, noticeId: 'n2' })).toHaveLength(1)
  expect(read.list({ ...all, day: '2026-03-18' })).toHaveLength(2)
  read.add([play('n3', '2027-06-01', 1)])
  expect(read.list(all).map(({ noticeId }) => noticeId)).toEqual(['n3'])
  again.close()
})

test('DW17 plays of the last 400 days are kept, and a page of them has its limit', () => {
  const store = playStore(openDatabase(join(folder, 'tingshi.db')))
  store.add([play('n1', '2026-03-18', 12), play('n2', '2026-03-18', 1), play('n1', '2026-03-18', 1, 'L2')])
  store.add([play('n3', '2027-04-22', 1)])
  expect(store.list(all)).toHaveLength(4)
  expect(store.list({ ...all, limit: 2 }).map(({ noticeId }) => noticeId)).toEqual(['n3', 'n1'])
  store.add([play('n3', '2027-04-23', 1)])
  expect(store.list(all).map(({ day }) => day)).toEqual(['2027-04-23', '2027-04-22'])
  store.add([])
  expect(store.list(all)).toHaveLength(2)
})

test('SK7 plays that fail in the middle leave nothing, and the next ones go through', () => {
  const database = openDatabase(join(folder, 'tingshi.db'))
  const store = playStore(database)
  database.exec(
    `CREATE TRIGGER full BEFORE INSERT ON notice_plays WHEN NEW.notice_id = 'n2' BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
  )
  expect(() => store.add([play('n1', '2026-03-18', 12), play('n2', '2026-03-18', 1)])).toThrow('disk full')
  expect(store.list(all)).toEqual([])
  store.add([play('n1', '2026-03-18', 12)])
  expect(store.list(all)).toHaveLength(1)
})

test('DW17 what the disk refuses is kept and written with the next', () => {
  vi.useFakeTimers()
  const written: unknown[] = []
  const broken: unknown[] = []
  let refuses = true
  const store = {
    list: () => [],
    add: (plays: readonly unknown[]) => {
      if (refuses) throw new Error('full')
      written.push(...plays)
    },
  }
  const kept = keepPlays(store, (error) => broken.push(error))
  kept.add(play('n1', '2026-03-18', 12))
  vi.advanceTimersByTime(15_000)
  expect([broken.length, written.length]).toEqual([1, 0])
  refuses = false
  kept.add(play('n1', '2026-03-18', 3))
  kept.stop()
  expect(written).toEqual([{ ...play('n1', '2026-03-18', 15), times: 2 }])
  vi.useRealTimers()
})

test('DW17 what a page tells: proof of play by the day of the hall, broken media with their time; of unknown screens nothing', () => {
  const plays: unknown[] = []
  const notes: string[] = []
  const board = { learn: () => {}, note: (id: string, word: string) => void notes.push(`${id} ${word}`) }
  let clock = 0
  const watch = displayWatch({
    hall: tinyHallModel().hall,
    board,
    onPlay: (one) => plays.push(one),
    hangingOn: () => new Set(['n1', 'n2']),
    monotonic: () => (clock += 20_000),
    dayOf: () => '2026-03-18',
    now: () => 7,
  })
  const page = {
    loadedAt: 1,
    frames: 60,
    layoutId: 'classic',
    current: 'A042',
    sound: 'on',
    plays: [{ id: 'n1', seconds: 11.6 }],
    broken: [{ id: 'n2', why: 'load' }],
  }
  watch.hear('L1', pulse.parse({ type: 'pulse', topic: 'screen:L1', page }))
  watch.hear('L9', pulse.parse({ type: 'pulse', topic: 'screen:L9', page }))
  expect(plays).toEqual([play('n1', '2026-03-18', 12)])
  expect(notes).toEqual(['L1 放不出来：n2'])
  expect(watch.pages()).toEqual([
    {
      screenId: 'L1',
      name: '综合屏',
      heardAt: 7,
      loadedAt: 1,
      layoutId: 'classic',
      current: 'A042',
      sound: 'on',
      broken: [{ noticeId: 'n2', why: 'load', at: 7 }],
    },
  ])
})
