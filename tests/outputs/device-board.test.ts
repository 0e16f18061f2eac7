import { expect, test } from 'vitest'
import type { DeviceHealth } from '../../gateway/contract/device-view.ts'
import { deviceBoard } from '../../gateway/outputs/device-board.ts'
import { tinyHouse } from '../support/tiny-hall.ts'

function bench() {
  const there = new Set<string>()
  const box = { closed: false, now: 1_000 }
  const board = deviceBoard({ hall: tinyHouse().hall, isListening: (topic) => there.has(topic), mayBeOff: () => box.closed, now: () => box.now })
  const one = (id: string): DeviceHealth | undefined => board.health().find((device) => device.id === id)
  return { there, box, board, one }
}

test('D25 each device: kind, place, state, since when, when it last spoke, last fault and what to do, history, counts', () => {
  const { box, board, one } = bench()
  board.learn('PR1', 'ok', '正常', null)
  box.now = 2_000
  board.learn('PR1', 'fault', '缺纸', 'paper-out')
  board.count('PR1', '没打出')
  box.now = 3_000
  board.learn('PR1', 'ok', '正常', null)
  for (const _ of [1, 2]) board.count('PR1', '打出')
  box.now = 4_000
  board.learn('PR1', 'ok', '正常', null)
  expect(one('PR1')).toEqual({
    ...{
      id: 'PR1',
      kind: 'printer',
      name: '1 号打印机',
      where: '1 号终端',
      state: 'ok',
      word: '正常',
      since: 3_000,
      heardAt: 4_000,
      todo: null,
      fault: null,
      faults: 1,
    },
    lastFault: { at: 2_000, word: '缺纸' },
    history: [
      { at: 1_000, state: 'ok', word: '正常' },
      { at: 2_000, state: 'fault', word: '缺纸' },
      { at: 3_000, state: 'ok', word: '正常' },
    ],
    counts: [
      { what: '没打出', count: 1 },
      { what: '打出', count: 2 },
    ],
  })
})

test('D25 a page that never came is off, one that left is a fault, one that left when the day was over is off on purpose', () => {
  const { there, box, one } = bench()
  expect(one('K1')).toMatchObject({ state: 'off', word: '未开', heardAt: null })
  there.add('terminal:K1').add('counter:2').add('strip:2')
  expect([one('K1')?.state, one('counter-2')?.state, one('strip-2')?.state]).toEqual(['ok', 'ok', 'ok'])
  there.clear()
  expect(one('K1')).toMatchObject({ state: 'fault', word: '离线', faults: 1 })
  box.closed = true
  expect(one('K1')).toMatchObject({ state: 'off', word: '关了', todo: null, faults: 1 })
  there.add('terminal:K1')
  expect(one('K1')?.state).toBe('ok')
})

test('D25 the desk hears of a change at once, and of a page that left within a moment, though its rows are kept for a round', () => {
  const { there, box, board } = bench()
  const word = (id: string): string | undefined => board.views().find((device) => device.id === id)?.word
  board.learn('PR1', 'ok', '正常', null)
  expect(board.views()).toBe(board.views())
  board.learn('PR1', 'fault', '缺纸', 'paper-out')
  expect(word('PR1')).toBe('缺纸')
  there.add('terminal:K1')
  box.now += 30
  expect(word('K1')).toBe('正常')
  there.clear()
  box.now += 30
  expect(word('K1')).toBe('离线')
})
