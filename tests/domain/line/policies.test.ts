import { readAt } from '../../support/read-view.ts'
import { expect, test } from 'vitest'
import { command, roles } from '../../../gateway/contract/commands.ts'
import { counter, hall } from '../../../gateway/contract/hall.ts'
import type { Policy } from '../../../gateway/contract/line.ts'
import { type HallModel, buildHallModel } from '../../../gateway/domain/hall-model.ts'
import { countersOf, queuesOf } from '../../../gateway/domain/counters/serving.ts'
import { bearer } from '../../../gateway/rights/actor.ts'
import { mayOrder } from '../../../gateway/rights/may-order.ts'
import { queueView } from '../../../gateway/views/queue-view.ts'
import { ticketView } from '../../../gateway/views/ticket-view.ts'
import { type Story, given } from '../../support/given.ts'
import { lineHallModel } from '../../support/line-hall.ts'
import { tinyHallModel } from '../../support/tiny-hall.ts'
import { ownThings } from '../../support/own-things.ts'

const now = Date.UTC(2026, 2, 18, 4)
const take = (queueId: string, rest: object = {}) => ({ type: 'take-ticket', queueId, ...rest }) as const
const priority = { priority: '带婴儿' }

function hallWith(policy: Policy, change: Record<string, object> = {}): HallModel {
  const { hall: tiny } = tinyHallModel()
  const counters = tiny.counters.map((one) => counter.parse({ ...one, ...change[one.id] }))
  return buildHallModel(
    hall.parse({ ...tiny, queues: tiny.queues.map((one) => ({ ...one, policy })), counters }),
    [],
    true,
  )
}

function called(story: Story, counterId: string, times: number): (string | undefined)[] {
  story.when({ type: 'open-counter', counterId })
  return Array.from({ length: times }, () => {
    story.when({ type: 'call-next', counterId }).accepted('ticket-called')
    const number = story.state.calls.recent[0]?.number
    story.when({ type: 'finish-ticket', counterId })
    return number
  })
}

test('Q1 a counter calls its first level before its second, whoever waits longer', () => {
  const story = given(hallWith({ kind: 'strict' }, { '2': { levels: { A: 2 } } }))
  story.when(take('A')).when(take('B')).when(take('B'))
  expect(called(story, '2', 3)).toEqual(['B001', 'B002', 'A001'])
})

test('Q2 first-come looks at arrival alone, strict at the priority first', () => {
  for (const [kind, order] of [
    ['first-come', ['B001', 'B002']],
    ['strict', ['B002', 'B001']],
  ] as const) {
    expect(called(given(hallWith({ kind })).when(take('B')).when(take('B', priority)), '1', 2)).toEqual(order)
  }
})

test('Q3 interleave 1:2 calls two priorities, then one other, and says whose turn it was', () => {
  const story = given(hallWith({ kind: 'interleave', ordinary: 1, priority: 2 }))
  for (let i = 0; i < 2; i += 1) story.when(take('B'))
  for (let i = 0; i < 4; i += 1) story.when(take('B', priority))
  expect(called(story, '1', 6)).toEqual(['B003', 'B004', 'B001', 'B005', 'B006', 'B002'])
  expect(story.ticket('B001').why).toEqual({ rule: 'its-turn', priorities: 2 })
})

test('Q4 ageing lets a priority pass only those who came within the head start', () => {
  const story = given(hallWith({ kind: 'ageing', headStartMinutes: 20 }))
  story.when(take('B')).later(15).when(take('B')).later(10).when(take('B', priority))
  expect(called(story, '1', 3)).toEqual(['B001', 'B003', 'B002'])
  expect(story.ticket('B001').why).toEqual({ rule: 'aged', headStartMinutes: 20 })
})

test('Q5 among queues of one level a class counts only where all of them are strict', () => {
  const strict = { policy: { kind: 'strict' } }
  const both = lineHallModel({}, { A: strict, B: strict }, true)
  expect(called(given(both).when(take('A')).later(5).when(take('B', priority)), '2', 2)).toEqual(['B001', 'A001'])
  // B promises arrival order: A's priority would break that promise, so it waits for whoever came before.
  const mixed = lineHallModel({}, { A: strict, B: { policy: { kind: 'first-come' } } }, true)
  const story = given(mixed).when(take('A')).later(1).when(take('B')).later(5).when(take('A', priority))
  expect(called(story, '2', 3)).toEqual(['B001', 'A002', 'A001'])
})

test('Q7 who needs an accessible counter is called by one only, first among equals there', () => {
  const story = given(hallWith({ kind: 'strict' }, { '4': { accessible: true } }))
  story.when(take('B')).when(take('B', { accessible: true }))
  expect(called(story, '4', 1)).toEqual(['B002'])
  story.when(take('B', { accessible: true }))
  expect(called(story, '1', 1)).toEqual(['B001'])
  story.when({ type: 'call-next', counterId: '1' }).refused('nobody-waiting')
})

test('Q7 without an accessible counter nobody is left waiting', () => {
  expect(called(given().when(take('B', { accessible: true })), '1', 1)).toEqual(['B001'])
})

test('Q8 an assigned counter serves the other queue at once, until restored or the next day', () => {
  const hallModel = tinyHallModel()
  const assign = { type: 'assign-counter' as const, counterId: '1', queues: ['A', 'B'] }
  const story = given(hallModel)
    .when(take('A'))
    .when(assign)
    .accepted('counter-assigned')
    .when(assign)
    .refused('already-so')
  expect(countersOf(hallModel, story.state, 'A').map(({ id }) => id)).toEqual(['1', '2', '3'])
  expect(called(story, '1', 1)).toEqual(['A001'])
  story.when({ type: 'restore-counter', counterId: '1' }).accepted('counter-restored')
  expect(queuesOf(hallModel, story.state, '1')).toEqual(['B'])
  story.when({ type: 'restore-counter', counterId: '1' }).refused('already-so')
  story.when({ ...assign, queues: ['Z'] }).refused('unknown-queue')
  story.when(assign).onDay('2026-03-19').when(take('A'))
  expect(queuesOf(hallModel, story.state, '1')).toEqual(['B'])
})

test('Q9 the reason stays with the call, and a standing queue says why', () => {
  const hallModel = tinyHallModel()
  const story = given(hallModel).when(take('A')).when(take('A'))
  expect(queueView(readAt(hallModel, story.state, now), 'A').whyStands).toBe('没有窗口开着')
  story.when({ type: 'open-counter', counterId: '3' }).when({ type: 'call-next', counterId: '3' })
  const then = story.events.at(-1)?.at ?? now
  expect(queueView(readAt(hallModel, story.state, then), 'A').whyStands).toBe('1 个窗口开着，共 2 个')
  expect(ticketView(readAt(hallModel, story.state, now), story.ticket('A001')).whyCalled).toBe('等候最久')
  story.when({ type: 'pause-counter', counterId: '3', reason: '午休' })
  expect(queueView(readAt(hallModel, story.state, now), 'A').whyStands).toBe('窗口都暂停了：午休')
})

test('Q11 only guides and supervisors give a priority or assign a counter', () => {
  const orders = [
    command.parse(take('B', priority)),
    command.parse({ type: 'prioritise-ticket', ticketId: 't', reason: '老人' }),
    command.parse({ type: 'assign-counter', counterId: '1', queues: ['A'] }),
  ]
  for (const order of orders) {
    const who = roles.filter((role) => mayOrder(bearer('x', [role]), order, ownThings()))
    expect(who).toEqual(['guide', 'supervisor'])
  }
})
