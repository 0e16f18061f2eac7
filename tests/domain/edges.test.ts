import { expect, test } from 'vitest'
import { keepCalls } from '../../gateway/domain/calls/keep-calls.ts'
import type { Call } from '../../gateway/domain/calls/state.ts'
import { endOfDay } from '../../gateway/domain/line/end-of-day.ts'
import { requeueUntil } from '../../gateway/domain/line/requeue-until.ts'
import { lineOf } from '../../gateway/domain/line/state.ts'
import { leaversOf } from '../../gateway/domain/waits/leavers.ts'
import { queueWaits } from '../../gateway/domain/waits/queue-waits.ts'
import { type Story, given } from '../support/given.ts'
import { lineHallModel } from '../support/line-hall.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const take = (queueId: string, priority: string | null = null) =>
  ({ type: 'take-ticket', queueId, priority, printer: 'none' }) as const
const at = (counterId: string) => ({
  open: { type: 'open-counter', counterId } as const,
  next: { type: 'call-next', counterId } as const,
  finish: { type: 'finish-ticket', counterId } as const,
  missed: { type: 'miss-ticket', counterId } as const,
  undo: { type: 'undo-step', counterId } as const,
})
const nowOf = (story: Story): number => story.events.at(-1)?.at ?? 0

test('T6 whose turn it is begins anew each day', () => {
  const interleave = { policy: { kind: 'interleave', ordinary: 1, priority: 2 } }
  const day = (story: Story): string[] => {
    for (const priority of [null, null, '带婴儿', '带婴儿', '带婴儿']) story.when(take('B', priority))
    return Array.from({ length: 3 }, () => {
      story.when(at('1').next)
      const number = story.state.calls.recent[0]?.number ?? ''
      story.when(at('1').finish)
      return number
    })
  }
  const story = given(lineHallModel({}, { B: interleave }, true)).when(at('1').open)
  const first = day(story)
  expect(first).toEqual(['B003', 'B004', 'B001'])
  // The day ends in the middle of a turn: one priority was called since the last other.
  story.when(at('1').next).when(at('1').finish)
  story.onDay('2026-03-19').when(at('1').open)
  expect(day(story)).toEqual(first)
})

test('C5 a missed number comes back until the last millisecond of its minutes, and not one later', () => {
  const hallModel = tinyHallModel()
  const missed = () => given(hallModel).when(take('B')).when(at('1').open).when(at('1').next).when(at('1').missed)
  const story = missed()
  const ticket = story.ticket('B001')
  expect(requeueUntil(hallModel, ticket) - (ticket.missedAt ?? 0)).toBe(30 * 60_000)
  // The story's own clock goes on by a millisecond with each order.
  const requeue = { type: 'requeue-ticket', ticketId: ticket.id } as const
  story
    .later(30 - 1 / 60_000)
    .when(requeue)
    .accepted('ticket-requeued')
  missed().later(30).when(requeue).refused('missed-too-long')
  expect(requeueUntil(hallModel, { ...ticket, missedAt: null })).toBe(0)
  const late = endOfDay(hallModel, ticket.day) - 60_000
  expect(requeueUntil(hallModel, { ...ticket, missedAt: late })).toBe(late + 60_000)
})

test('W5 who comes next waits for one more than stands before', () => {
  const hallModel = tinyHallModel()
  const story = given(hallModel).when(at('4').open)
  const of = (ahead: number) => queueWaits(hallModel, story.state, 'B', nowOf(story)).of(ahead, null)?.place
  expect([of(0), of(1), of(5)]).toEqual([10, 20, 60])
})

test('W14 who goes home by taking the number back is learnt as gone, who is called as stayed', () => {
  const stays = (leave: (story: Story) => void): number => {
    const story = given().when(at('3').open)
    for (let one = 0; one < 40; one += 1) {
      story.when(take('A')).later(30)
      leave(story)
    }
    return leaversOf(story.state.waits.leavers, []).staying(0, 40)
  }
  const called = stays((story) => story.when(at('3').next).when(at('3').finish))
  const gone = stays((story) => {
    const [ticketId = ''] = lineOf(story.state, 'A')
    story.when({ type: 'cancel-ticket', ticketId })
  })
  expect(called).toBe(1)
  expect(gone).toBeLessThan(0.5)
})

test('DC1 the last fifty calls that were taken back are told, the oldest goes first', () => {
  const story = given().when(at('1').open).when(take('B'))
  const calls: string[] = []
  for (let nth = 0; nth < 52; nth += 1) {
    story.when(at('1').next)
    calls.push(story.state.calls.recent[0]?.callId ?? '')
    story.when(at('1').undo).accepted('step-undone')
  }
  expect(new Set(calls).size).toBe(52)
  expect(story.state.calls.takenBack).toEqual(calls.slice(2))
  expect(story.state.calls.recent).toEqual([])
})

test('DW1 of the calls stay the newest, those of the last minute, and the last of each counter', () => {
  const call = (place: number, counterId: string, secondsAgo: number): Call => ({
    callId: `c${place}`,
    ticketId: `t${place}`,
    number: `A${place}`,
    counterId,
    calledAt: 1_000_000 - secondsAgo * 1_000,
    times: 1,
  })
  /** 64 calls, newest first; the rest of the world is old and of counter 1. */
  const calls = Array.from({ length: 64 }, (_, place) => call(place, '1', place < 30 ? place : 300 + place))
  calls[40] = call(40, '7', 340)
  calls[50] = call(50, '7', 350)
  calls[63] = call(63, '9', 363)
  calls[31] = call(31, '1', 60)
  keepCalls(calls)
  expect(calls.map(({ callId }) => callId)).toEqual([
    ...Array.from({ length: 30 }, (_, place) => `c${place}`),
    'c31',
    'c40',
    'c63',
  ])
  const few = Array.from({ length: 63 }, (_, place) => call(place, '1', 300 + place))
  keepCalls(few)
  expect(few).toHaveLength(63)
  const old = Array.from({ length: 64 }, (_, place) => call(place, '1', place * 61))
  keepCalls(old)
  expect(old).toHaveLength(20)
})
