import { expect, test } from 'vitest'
import type { DeviceHealth, RememberedDevice } from '../../gateway/contract/device-view.ts'
import { pad as padShape } from '../../gateway/contract/input-devices.ts'
import { deviceBoard } from '../../gateway/board/device-board.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

function bench(remembered: ReadonlyMap<string, RememberedDevice> = new Map()) {
  const there = new Set<string>()
  const box = {
    closed: false,
    news: 0,
    now: 1_000,
    bound: new Map<string, string>(),
    off: new Map<string, NonNullable<DeviceHealth['off']>>(),
  }
  const tiny = tinyHallModel().hall
  const pad = padShape.parse({ id: 'PAD1', counter: '1', link: { kind: 'simulated' } })
  const board = deviceBoard({
    hall: { ...tiny, pads: [pad] },
    isListening: (topic) => there.has(topic),
    isHeard: (topic) => there.has(topic),
    mayBeOff: () => box.closed,
    remembered,
    boundTo: (id) => box.bound.get(id) ?? null,
    offOf: (id) => box.off.get(id) ?? null,
    onNews: () => void (box.news += 1),
    now: () => box.now,
  })
  const one = (id: string): DeviceHealth | undefined => board.health().find((device) => device.id === id)
  return { there, box, board, one }
}

test('D25 each device: kind, place, state, since when, when it last spoke, last fault and what to do, history, counts', () => {
  const { box, board, one } = bench()
  board.learn('PR1', { code: 'ok', detail: null })
  box.now = 2_000
  board.learn('PR1', { code: 'paper-out', detail: null })
  board.count('PR1', '没打出')
  box.now = 3_000
  board.learn('PR1', { code: 'ok', detail: null })
  for (const _ of [1, 2]) board.count('PR1', '打出')
  box.now = 4_000
  board.learn('PR1', { code: 'ok', detail: null })
  expect(one('PR1')).toEqual({
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
    off: null,
    code: 'ok',
    faults: 1,
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
  board.learn('PR1', { code: 'ok', detail: null })
  expect(board.views()).toBe(board.views())
  board.learn('PR1', { code: 'paper-out', detail: null })
  expect(word('PR1')).toBe('缺纸')
  there.add('terminal:K1')
  board.look()
  box.now += 30
  expect(word('K1')).toBe('正常')
  there.clear()
  board.look()
  box.now += 30
  expect(word('K1')).toBe('离线')
})

test('D31 off on purpose: no fault, nothing to do, and what is done to it meanwhile is neither counted nor told; then it is as it is', () => {
  const { box, board, one } = bench()
  const told: string[] = []
  board.onChange(({ id, state }, before) => void told.push(`${id} ${before} ${state}`))
  board.learn('PR1', { code: 'paper-out', detail: null })
  board.learn('SC1', { code: 'ok', detail: null })
  box.now = 2_000
  box.off.set('PR1', { at: 2_000, by: '导办台', reason: '送修' })
  board.switched('PR1')
  expect(one('PR1')).toMatchObject({
    state: 'off',
    word: '停用：送修',
    since: 2_000,
    todo: null,
    fault: null,
    off: { at: 2_000, by: '导办台', reason: '送修' },
  })
  expect(board.views().find(({ id }) => id === 'PR1')).toMatchObject({ state: 'off', off: { by: '导办台' } })
  box.now = 3_000
  board.learn('PR1', { code: 'ok', detail: null })
  board.learn('PR1', { code: 'offline', detail: null })
  expect(one('PR1')).toMatchObject({ state: 'off', faults: 1, lastFault: { word: '缺纸' } })
  box.now = 4_000
  box.off.clear()
  board.switched('PR1')
  // Nobody asked it meanwhile.
  expect(one('PR1')).toMatchObject({ state: 'unknown', word: '还不知道', since: 4_000, off: null })
  board.learn('PR1', { code: 'ok', detail: null })
  expect(one('PR1')?.history.map(({ word }) => word)).toEqual(['缺纸', '停用：送修（导办台）', '恢复使用', '正常'])
  expect(told).toEqual(['PR1 null fault', 'PR1 fault off', 'PR1 off unknown', 'PR1 unknown ok'])
})

test('D31 a page that is switched off on purpose may go without being missed', () => {
  const { there, box, board, one } = bench()
  there.add('terminal:K1')
  expect(one('K1')?.state).toBe('ok')
  box.off.set('K1', { at: 1_000, by: 'x', reason: null })
  board.switched('K1')
  there.clear()
  expect(one('K1')).toMatchObject({ state: 'off', word: '停用', faults: 0 })
})

test('D33 what the board knew outlives a restart: history, counts, faults, when it was heard, and since when if it is found as it was', () => {
  const first = bench()
  first.board.learn('PR1', { code: 'ok', detail: null })
  first.box.now = 2_000
  first.board.learn('PR1', { code: 'paper-out', detail: null })
  for (const _ of [1, 2, 3]) first.board.count('PR1', '打出')
  const second = bench(first.board.memory())
  second.box.now = 9_000
  const told: string[] = []
  second.board.onChange(({ id, state }) => void told.push(`${id} ${state}`))
  // Nobody has asked it yet: how it is now is not known.
  expect(second.one('PR1')).toMatchObject({
    state: 'unknown',
    fault: null,
    faults: 1,
    heardAt: 2_000,
    lastFault: { at: 2_000, word: '缺纸' },
    counts: [{ what: '打出', count: 3 }],
  })
  expect(second.board.memory().get('PR1')).toEqual(first.board.memory().get('PR1'))
  second.board.learn('PR1', { code: 'paper-out', detail: null })
  expect(second.one('PR1')).toMatchObject({
    state: 'fault',
    since: 2_000,
    faults: 1,
    lastFault: { at: 2_000 },
    heardAt: 9_000,
  })
  expect(second.one('PR1')?.history.map(({ at }) => at)).toEqual([1_000, 2_000])
  // Other systems hear again of what is still broken.
  expect(told).toEqual(['PR1 fault'])
  second.board.count('PR1', '打出')
  second.board.learn('PR1', { code: 'ok', detail: null })
  expect(second.one('PR1')).toMatchObject({ since: 9_000, counts: [{ what: '打出', count: 4 }] })
  expect(second.one('PR1')?.history.map(({ word }) => word)).toEqual(['正常', '缺纸', '正常'])
})

test('D33 however often a device changes, what is kept of it stays small', () => {
  const { box, board } = bench()
  for (let nth = 0; nth < 5_000; nth += 1) {
    box.now += 1
    board.learn('PR1', { code: nth % 2 ? 'ok' : 'paper-low', detail: nth % 2 ? null : String(nth) })
    board.count('PR1', '打出')
  }
  expect(board.memory().get('PR1')?.history).toHaveLength(20)
  expect(JSON.stringify([...board.memory()]).length).toBeLessThan(3_000)
})

test('PL8 the row of a pad tells the counter that it works for now, also in what to do about it', () => {
  const { box, board, one } = bench()
  board.learn('PAD1', { code: 'not-plugged-in', detail: null })
  expect(one('PAD1')).toMatchObject({ name: '1 号窗口叫号器', where: expect.stringContaining('楼') })
  const where = one('PAD1')?.where
  box.bound.set('PAD1', '5')
  expect(one('PAD1')?.name).toBe('5 号窗口叫号器')
  expect(one('PAD1')?.todo).toContain('5 号窗口叫号器没有插上')
  box.bound.clear()
  expect(one('PAD1')).toMatchObject({ name: '1 号窗口叫号器', where })
})

test('D25 a page that comes or goes is news when somebody looks; who only makes a view changes nothing', () => {
  const { there, box, board } = bench()
  const wall = () => board.views().find(({ id }) => id === 'L1')?.code
  there.add('screen:L1')
  expect([wall(), box.news]).toEqual(['not-opened', 0])
  board.look()
  box.now += 100
  expect([wall(), box.news]).toEqual(['ok', 1])
  there.clear()
  box.now += 100
  expect(wall()).toBe('ok')
  board.look()
  box.now += 100
  expect([wall(), box.news]).toEqual(['offline', 2])
  board.look()
  expect(box.news).toBe(2)
})

test('D25 a clock that was set back does not hold up what the board says', () => {
  const { box, board } = bench()
  const padAt = () => board.views().find(({ id }) => id === 'PAD1')?.name
  expect(padAt()).toBe('1 号窗口叫号器')
  box.bound.set('PAD1', '2')
  box.now -= 500
  expect(padAt()).toBe('2 号窗口叫号器')
})
