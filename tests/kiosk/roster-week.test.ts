import { expect, test } from 'vitest'
import type { Duty } from '../../gateway/contract/roster.ts'
import { stepOf } from '../../kiosk/manage/roster/cell-keys.ts'
import { setOrders } from '../../kiosk/manage/roster/set-orders.ts'
import {
  type RosterRow,
  cellsOf,
  copied,
  gapsIn,
  keyOf,
  mondayOf,
  rowsOf,
  weekFrom,
  withCells,
  written,
} from '../../kiosk/manage/roster/week-draft.ts'

const leader: RosterRow = { post: 'leader', departmentName: null }
const chief: RosterRow = { post: 'chief', departmentName: '市场监督管理局' }
const duty = (day: string, name: string, row = leader): Duty => ({ day, ...row, name, from: null, until: null })

test('DR6 a week begins on Monday, and its lines are the hall’s posts and each department', () => {
  expect(['2026-03-16', '2026-03-18', '2026-03-22'].map(mondayOf)).toEqual(Array(3).fill('2026-03-16'))
  expect(weekFrom('2026-12-28').at(-1)).toBe('2027-01-03')
  expect(rowsOf(['市场监督管理局']).map(({ post }) => post)).toEqual(['leader', 'guide', 'chief'])
})

test('DR6 what says the same as before is no change', () => {
  const saved = cellsOf([duty('2026-03-18', '张*')])
  const key = keyOf(leader, '2026-03-18')
  const draft = written(new Map(), saved, key, '李*')
  expect([...draft]).toEqual([[key, '李*']])
  expect(written(draft, saved, key, ' 张* ').size).toBe(0)
  expect(written(draft, saved, key, '张* 全天').size).toBe(0)
  expect([...written(new Map(), saved, key, '')]).toEqual([[key, '']])
})

test('DR6 last week is copied onto open days, where it says something else', () => {
  const last = cellsOf([
    duty('2026-03-09', '张*'),
    duty('2026-03-10', '李*'),
    duty('2026-03-14', '孙*'),
    duty('2026-03-10', '王*', chief),
  ])
  const now = new Map([[keyOf(leader, '2026-03-16'), '张*']])
  const cells = copied(last, [leader, chief], ['2026-03-16', '2026-03-17'], (key) => now.get(key) ?? '')
  expect(cells).toEqual([
    [keyOf(leader, '2026-03-17'), '李*'],
    [keyOf(chief, '2026-03-17'), '王*'],
  ])
})

test('DR6 changed cells take the place of what they held; what others set in other cells stays', () => {
  const now = [duty('2026-03-18', '张*'), duty('2026-03-18', '王*', chief), duty('2026-03-19', '钱*')]
  const next = withCells(now, [
    [keyOf(leader, '2026-03-18'), '李* 上午、赵* 下午'],
    [keyOf(chief, '2026-03-19'), ''],
  ])
  expect(next.ok && next.duties.map(({ day, name, until }) => `${day} ${name} ${until}`)).toEqual([
    '2026-03-18 王* null',
    '2026-03-19 钱* null',
    '2026-03-18 李* 12:00',
    '2026-03-18 赵* null',
  ])
  expect(withCells(now, [[keyOf(chief, '2026-03-18'), '王* 9:00-8:00']])).toMatchObject({
    ok: false,
    key: keyOf(chief, '2026-03-18'),
  })
})

test('DR6 only changed days are set, those in a row by one order that stays far below the largest message', () => {
  const days = ['2026-03-18', '2026-03-17', '2026-03-20', '2026-03-17']
  const orders = setOrders(days, [duty('2026-03-17', '张*'), duty('2026-03-19', '李*'), duty('2026-03-20', '王*')])
  expect(orders).toMatchObject([
    { from: '2026-03-17', until: '2026-03-18', duties: [{ name: '张*' }] },
    { from: '2026-03-20', until: '2026-03-20', duties: [{ name: '王*' }] },
  ])
  const many = weekFrom('2026-03-16')
  const all = many.flatMap((day) => Array.from({ length: 90 }, (_, nth) => duty(day, `人${nth}`)))
  const large = setOrders(many, all)
  expect(large.length).toBeGreaterThan(1)
  expect(Math.max(...large.map((order) => Buffer.byteLength(JSON.stringify(order))))).toBeLessThan(48_000)
  expect(large.flatMap((order) => (order.type === 'set-roster' ? order.duties : []))).toHaveLength(630)
})

test('DR6 arrows and Enter lead from cell to cell; within its words a cell keeps left and right, and pinyin keeps all', () => {
  const cell = (key: string, at: number, over: object = {}) =>
    stepOf({
      key,
      ctrlKey: false,
      altKey: false,
      isComposing: false,
      currentTarget: { value: '李红', selectionStart: at, selectionEnd: at },
      ...over,
    })
  expect([cell('ArrowDown', 1), cell('Enter', 1), cell('ArrowUp', 1)]).toEqual([
    [1, 0],
    [1, 0],
    [-1, 0],
  ])
  expect([cell('ArrowLeft', 0), cell('ArrowLeft', 1), cell('ArrowRight', 2), cell('ArrowRight', 1)]).toEqual([
    [0, -1],
    null,
    [0, 1],
    null,
  ])
  expect([cell('Enter', 2, { isComposing: true }), cell('Enter', 2, { ctrlKey: true }), cell('a', 2)]).toEqual([
    null,
    null,
    null,
  ])
})

test('DR6 what nobody was put down for is counted by post, on open days', () => {
  const text = new Map([[keyOf(leader, '2026-03-18'), '张*']])
  const gaps = gapsIn(rowsOf(['甲局', '乙局']), ['2026-03-18', '2026-03-19'], (key) => text.get(key) ?? '')
  expect(gaps).toEqual({ leader: 1, guide: 2, chief: 4 })
})
