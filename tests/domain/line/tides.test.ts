import { expect, test } from 'vitest'
import { queuesOf } from '../../../gateway/domain/counters/serving.ts'
import { dueCounters, idleCounters } from '../../../gateway/domain/line/auto-call.ts'
import { given } from '../../support/given.ts'
import { lineHallModel } from '../../support/line-hall.ts'

const take = { type: 'take-ticket', queueId: 'A' } as const
const today = '2026-03-18'
const tide = { id: 'T1', from: '12:00', to: '13:30', counters: ['1', '4'], queues: ['A', 'B'] }
const hall = lineHallModel({ tides: [tide] }, {}, true)

test('Q15 a tide moves its counters by the clock and gives them back at its end, once a day', () => {
  const story = given(hall).onDay(today, 719).when(take)
  expect(queuesOf(hall, story.state, '1')).toEqual(['B'])
  story.onDay(today, 720).when(take)
  expect(queuesOf(hall, story.state, '1')).toEqual(['A', 'B'])
  story.onDay(today, 810).when(take).when(take)
  expect(queuesOf(hall, story.state, '1')).toEqual(['B'])
  expect(story.events.filter(({ type }) => type.startsWith('tide')).map(({ type }) => type)).toEqual([
    'tide-came',
    'tide-went',
  ])
  story.onDay('2026-03-19', 730, 4).when(take)
  expect(queuesOf(hall, story.state, '4')).toEqual(['A', 'B'])
  expect(queuesOf(hall, given(hall).onDay(today, 730, 6).when(take).state, '1')).toEqual(['B'])
})

test('Q15 what a hand assigned stays through a tide, and a hand takes a counter out of one', () => {
  const assign = (counterId: string) => ({ type: 'assign-counter' as const, counterId, queues: ['A'] })
  const story = given(hall).onDay(today, 700).when(assign('1')).onDay(today, 720).when(take)
  expect(queuesOf(hall, story.state, '1')).toEqual(['A'])
  story.when({ type: 'restore-counter', counterId: '4' }).accepted('counter-restored')
  expect(queuesOf(hall, story.state, '4')).toEqual(['B'])
  story.when(assign('4')).onDay(today, 811).when(take)
  expect([queuesOf(hall, story.state, '1'), queuesOf(hall, story.state, '4')]).toEqual([['A'], ['A']])
})

test('Q15 two tides that follow each other hand a counter on', () => {
  const hallModel = lineHallModel(
    { tides: [tide, { ...tide, id: 'T2', from: '13:30', to: '14:00', queues: ['A'] }] },
    {},
    true,
  )
  const story = given(hallModel).onDay(today, 720).when(take).onDay(today, 810).when(take)
  expect(queuesOf(hallModel, story.state, '1')).toEqual(['A'])
  story.onDay(today, 840).when(take)
  expect(queuesOf(hallModel, story.state, '1')).toEqual(['B'])
})

test('Q15 a hall without power at the hour begins its tide late', () => {
  expect(queuesOf(hall, given(hall).onDay(today, 790).when(take).state, '1')).toEqual(['A', 'B'])
  expect(
    given(hall)
      .onDay(today, 900)
      .when(take)
      .events.some(({ type }) => type === 'tide-came'),
  ).toBe(false)
})

test('Q16 a counter calls by itself only where the hall says so, after the grace, and never with a number', () => {
  const hallModel = lineHallModel(
    {
      autoCall: { graceSeconds: 10 },
      counters: hall.hall.counters.map((one) => ({ ...one, autoCall: one.id !== '3' })),
    },
    {},
    true,
  )
  const story = given(hallModel)
    .when(take)
    .when({ type: 'open-counter', counterId: '2' })
    .when({ type: 'open-counter', counterId: '3' })
  expect(idleCounters(hall, story.state, 0)).toEqual([])
  expect(idleCounters(hallModel, story.state, 0)).toEqual(['2'])
  const since = new Map<string, number>()
  expect(dueCounters(since, ['2'], 1_000, 10_000)).toEqual([])
  expect(dueCounters(since, ['2'], 10_999, 10_000)).toEqual([])
  expect(dueCounters(since, ['2'], 11_000, 10_000)).toEqual(['2'])
  expect(dueCounters(since, [], 12_000, 10_000)).toEqual([])
  expect(dueCounters(since, ['2'], 13_000, 10_000)).toEqual([])
  story.when({ type: 'call-next', counterId: '2' })
  expect(idleCounters(hallModel, story.state, 0)).toEqual([])
  story.when({ type: 'call-next', counterId: '2' }).refused('counter-busy')
  story
    .when({ type: 'finish-ticket', counterId: '2' })
    .when(take)
    .when({ type: 'pause-counter', counterId: '2', reason: '午休' })
  expect(idleCounters(hallModel, story.state, 0)).toEqual([])
})

test('Q17 at the hour of the close those who are not at a counter expire, those being served are finished', () => {
  const hallModel = lineHallModel({ dayClose: { at: '18:00' } })
  const story = given(hallModel)
    .when(take)
    .when(take)
    .when({ type: 'open-counter', counterId: '2' })
    .when({ type: 'call-next', counterId: '2' })
  story.onDay(today, 1080).when({ type: 'serve-ticket', counterId: '2' }).accepted('ticket-served')
  expect([story.ticket('A001').status, story.ticket('A002').status]).toEqual(['serving', 'expired'])
  story.when({ type: 'finish-ticket', counterId: '2' }).accepted('ticket-finished')
})
