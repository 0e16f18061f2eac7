import { expect, test } from 'vitest'
import { pageShown } from '../../display/lobby/board/board-alarms.tsx'
import { alarmsOf } from '../../display/shared/board/alarms.ts'
import { beyondUsual, beyondWords, stepOf } from '../../display/shared/board/day-curve.tsx'
import type { BoardCounter, BoardView } from '../../gateway/contract/board.ts'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import type { LightsView } from '../../gateway/contract/lights.ts'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import { ordersToOpen } from '../../kiosk/manage/board/open-counters.ts'

const NOW = Date.UTC(2026, 2, 18, 2, 33)
const ago = (minutes: number): number => NOW - minutes * 60_000
const view = {
  hall: { name: '', nameEn: '', timeZone: 'Asia/Shanghai' },
  hours: { from: 540, to: 1_020 },
  waiting: 88,
  promise: { minutes: 30, limit: 45 },
  help: [],
  floors: [{ id: '1', name: '1 楼', zones: [{ id: '1A', name: 'A 区' }] }],
} as unknown as BoardView
const queue = (change: Partial<QueueView>): QueueView =>
  ({
    id: 'E',
    series: 'E',
    name: '公安户政',
    waiting: 21,
    openCounters: 3,
    longestMinutes: 10,
    warning: null,
    notCalling: null,
    where: [{ floor: '1', zone: '1A', counters: ['1'] }],
    ...change,
  }) as QueueView
const counter = (change: Partial<BoardCounter>): BoardCounter => ({
  id: '31',
  floor: '1',
  zone: '1A',
  does: 'idle',
  sign: 'warning',
  since: ago(9),
  openSince: ago(60),
  number: null,
  queueId: null,
  pauseReason: null,
  behind: 7,
  usualMinutes: null,
  queues: ['E'],
  ...change,
})
const printer = { id: 'PR1', name: '1 号打印机', state: 'fault', word: '离线', since: ago(3) } as DeviceView
const lights = {
  rows: [
    {
      caseId: 'c1',
      matterName: '施工许可证核发',
      departmentName: '住建局',
      light: 'red',
      left: -1,
      step: null,
      procedure: null,
    },
    {
      caseId: 'c2',
      matterName: '取水许可',
      departmentName: '水务局',
      light: 'paused',
      pausedDays: 6,
      step: null,
      procedure: '专家评审',
    },
  ],
} as unknown as LightsView
const nothing = { view, queues: [], counters: [], devices: [], lights: null, now: NOW }

test('BD5 one list: what must be done now first, people before cases before devices, what stands last', () => {
  const help = {
    id: 'h',
    from: 'K2',
    place: '1 楼 A 区',
    where: null,
    at: ago(2),
    answeredBy: null,
    left: false,
    escalated: true,
  }
  const alarms = alarmsOf({
    ...nothing,
    view: { ...view, help: [help] },
    queues: [queue({ longestMinutes: 47 }), queue({ id: 'A', series: 'A' })],
    counters: [counter({}), counter({ id: '126', does: 'serving', sign: 'fault', since: ago(52), usualMinutes: 18 })],
    devices: [printer],
    lights,
  })
  expect(alarms.map(({ key, sign, value }) => [key, sign, value])).toEqual([
    ['help h', 'fault', '2 分没有人接'],
    ['queue E', 'fault', '最久 47 分，限 45 分'],
    ['case c1', 'fault', '超时 1 个工作日'],
    ['counter 126', 'fault', '办了 52 分，常规 18 分'],
    ['counter 31', 'warning', '空闲 9 分，后面有 7 人'],
    ['device PR1', 'warning', '离线 3 分'],
    ['case c2', 'paused', '暂停 6 天'],
  ])
})

test('BD5 a line without a counter says how many wait, and who has been answered calls no more', () => {
  const alone = queue({ openCounters: 0, notCalling: { why: 'no-counter', until: null } })
  const help = {
    id: 'h',
    from: 'K2',
    place: null,
    where: null,
    at: ago(2),
    answeredBy: '苏和',
    left: false,
    escalated: false,
  }
  const alarms = alarmsOf({ ...nothing, view: { ...view, help: [help] }, queues: [alone] })
  expect(alarms.map(({ key, title, detail, value }) => [key, title, detail, value])).toEqual([
    ['queue E', 'E 公安户政等候', '1 楼 A 区', '21 人，没有窗口叫'],
  ])
})

test('BD6 a closed counter is asked to open by a guide; one of another queue is given this one as well', () => {
  const asked = (change: Partial<BoardCounter>) => ordersToOpen(queue({}), counter(change))
  expect(asked({ does: 'closed' })).toEqual([
    { type: 'request-guide', counterId: '31', reason: '请开窗：E 公安户政有 21 人在等' },
  ])
  expect(asked({ does: 'idle', queues: ['A'] })).toEqual([
    { type: 'assign-counter', counterId: '31', queues: ['E', 'A'] },
  ])
  expect(asked({ does: 'closed', queues: ['A'] }).map(({ type }) => type)).toEqual(['assign-counter', 'request-guide'])
  // One that has paused calls nobody either; one that works needs nobody to come.
  expect(asked({ does: 'paused' }).map(({ type }) => type)).toEqual(['request-guide'])
  expect(asked({ does: 'serving' })).toEqual([])
})

test('BD8 pages turn, and the first comes back between the others', () => {
  expect([0, 1, 2].map((turn) => pageShown(1, turn))).toEqual([0, 0, 0])
  expect([0, 1, 2, 3].map((turn) => pageShown(2, turn))).toEqual([0, 1, 0, 1])
  expect([0, 1, 2, 3, 4, 5, 6].map((turn) => pageShown(3, turn))).toEqual([0, 1, 0, 2, 0, 1, 0])
})

test('BD1 today stands beside the usual days of this half hour; fewer than three people are chance', () => {
  const usual = {
    days: 20,
    demo: false,
    queues: [],
    hall: [{ half: 21, waiting: { low: 40, middle: 64, high: 90 }, minutes: null }],
  }
  expect(beyondUsual(view, usual, NOW)).toBe(24)
  expect(beyondUsual(view, null, NOW)).toBeNull()
  expect(beyondUsual(view, { ...usual, hall: [] }, NOW)).toBeNull()
  expect([24, -5, 2].map((one) => beyondWords(one))).toEqual([
    '比往日同时段多 24 人',
    '比往日同时段少 5 人',
    '和往日同时段差不多',
  ])
  expect([3, 4, 88, 120, 400].map(stepOf)).toEqual([1, 1, 50, 50, 100])
})
