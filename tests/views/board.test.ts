import { expect, test } from 'vitest'
import type { BoardCounter } from '../../gateway/contract/board.ts'
import { queueSign } from '../../gateway/contract/queue-light.ts'
import { boardCounter } from '../../gateway/views/board-counter.ts'
import { boardView } from '../../gateway/views/board-view.ts'
import { given } from '../support/given.ts'
import { readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const hallModel = tinyHallModel()
const START = Date.UTC(2026, 2, 18, 2, 0)
const MINUTE = 60_000
const at = (minutes: number): number => START + minutes * MINUTE

const opened = () => given(hallModel).when({ type: 'open-counter', counterId: '2' })

test('BD1 people in line are counted by steps of ten minutes, also where nothing happened for long', () => {
  const story = opened().when({ type: 'take-ticket', queueId: 'A' }).when({ type: 'take-ticket', queueId: 'A' })
  story.later(5).when({ type: 'call-next', counterId: '2' })
  const curve = (minutes: number) => boardView(readAt(hallModel, story.state, at(minutes))).curve
  // Two for five minutes, then one; the step under way is not told yet.
  expect(curve(9)).toEqual([])
  expect(curve(10)).toEqual([[at(0), 1.5]])
  expect(curve(35)).toEqual([
    [at(0), 1.5],
    [at(10), 1],
    [at(20), 1],
  ])
  story.later(15).when({ type: 'finish-ticket', counterId: '2' }).when({ type: 'call-next', counterId: '2' })
  expect(curve(35).map(([, people]) => people)).toEqual([1.5, 1, 0])
})

test('BD1 a new day begins with nothing', () => {
  const story = opened().when({ type: 'take-ticket', queueId: 'A' }).later(30)
  story
    .onDay('2026-03-19')
    .later(24 * 60)
    .when({ type: 'open-counter', counterId: '2' })
  expect(boardView(readAt(hallModel, story.state, at(25 * 60)))).toMatchObject({ curve: [], below50: null, taken: 0 })
})

test('BD2 a first call counts once with its wait, also after the number was missed and put back', () => {
  const story = opened().when({ type: 'take-ticket', queueId: 'A' }).later(7)
  story.when({ type: 'call-next', counterId: '2' }).when({ type: 'miss-ticket', counterId: '2' })
  story
    .later(5)
    .when({ type: 'requeue-ticket', ticketId: story.ticket('A001').id })
    .when({ type: 'call-next', counterId: '2' })
  expect(story.state.today.waits.reduce((sum, one) => sum + one, 0)).toBe(1)
  expect(boardView(readAt(hallModel, story.state, at(13)))).toMatchObject({ below50: 8, below90: 8 })
})

test('BD2 a call that is taken back was none, and the next one counts', () => {
  const story = opened().when({ type: 'take-ticket', queueId: 'A' }).later(3)
  story.when({ type: 'call-next', counterId: '2' }).when({ type: 'undo-step', counterId: '2' }).accepted('step-undone')
  expect(boardView(readAt(hallModel, story.state, at(4))).below50).toBeNull()
  story.later(2).when({ type: 'call-next', counterId: '2' })
  expect(boardView(readAt(hallModel, story.state, at(6))).below50).toBe(6)
})

test('BD2 to take back a second call leaves the first', () => {
  const story = opened().when({ type: 'take-ticket', queueId: 'A' }).later(3)
  story.when({ type: 'call-next', counterId: '2' }).when({ type: 'miss-ticket', counterId: '2' }).later(1)
  story.when({ type: 'requeue-ticket', ticketId: story.ticket('A001').id }).when({ type: 'call-next', counterId: '2' })
  story.when({ type: 'undo-step', counterId: '2' }).accepted('step-undone')
  expect(boardView(readAt(hallModel, story.state, at(5))).below50).toBe(4)
})

const promise = { minutes: 30, limit: 45 }
const line = { waiting: 5, openCounters: 2, longestMinutes: 10, warning: null, notCalling: null }
test.each([
  ['all well', {}, 'ok', 'none'],
  ['nobody waits and nobody calls', { waiting: 0, openCounters: 0 }, 'off', 'none'],
  ['nobody waits', { waiting: 0 }, 'ok', 'none'],
  ['nobody calls', { openCounters: 0, notCalling: { why: 'no-counter', until: null } }, 'fault', 'no-counter'],
  ['one minute below the promise', { longestMinutes: 29 }, 'ok', 'none'],
  ['beyond the promise', { longestMinutes: 30 }, 'warning', 'long'],
  ['one minute below the limit', { longestMinutes: 44 }, 'warning', 'long'],
  ['beyond the limit', { longestMinutes: 45 }, 'fault', 'over'],
  ['beyond its own threshold', { warning: '等候到了 5 人' }, 'warning', 'long'],
  ['open and silent', { notCalling: { why: 'silent', until: null } }, 'warning', 'silent'],
  ['lunch', { openCounters: 0, notCalling: { why: 'lunch', until: '13:30' } }, 'paused', 'lunch'],
  ['lunch, and too long', { notCalling: { why: 'lunch', until: '13:30' }, longestMinutes: 50 }, 'fault', 'over'],
] as const)('BD3 the sign of a line: %s', (_, change, sign, why) => {
  expect(queueSign({ ...line, ...change }, promise)).toEqual({ sign, why })
})

const counterAt = (story: ReturnType<typeof given>, id: string, minutes: number): Partial<BoardCounter> | null =>
  boardCounter(readAt(hallModel, story.state, at(minutes)), id)

test('BD4 a counter that was not opened, is paused, or was closed', () => {
  const story = opened().later(5).when({ type: 'pause-counter', counterId: '2', reason: '取材料' })
  expect(counterAt(story, '1', 6)).toMatchObject({ does: 'closed', sign: 'off', since: null })
  expect(counterAt(story, '2', 6)).toMatchObject({
    does: 'paused',
    sign: 'paused',
    pauseReason: '取材料',
    openSince: null,
  })
  expect(counterAt(story, '2', 6)?.since).toBeGreaterThan(at(5) - 1)
  story.when({ type: 'close-counter', counterId: '2' })
  expect(counterAt(story, '2', 6)).toMatchObject({ does: 'closed', sign: 'off', since: expect.any(Number) })
  expect(counterAt(story, '9', 6)).toBeNull()
})

test('BD4 an idle counter turns yellow after three minutes, only while somebody waits for it', () => {
  const story = opened()
  expect(counterAt(story, '2', 30)).toMatchObject({ does: 'idle', sign: 'ok', behind: 0 })
  story.when({ type: 'take-ticket', queueId: 'A' }).when({ type: 'take-ticket', queueId: 'B' })
  expect(counterAt(story, '2', 2)).toMatchObject({ does: 'idle', sign: 'ok', behind: 2 })
  expect(counterAt(story, '2', 4)).toMatchObject({ does: 'idle', sign: 'warning', behind: 2 })
})

test('BD4 a call that nobody follows turns yellow after three minutes', () => {
  const story = opened().when({ type: 'take-ticket', queueId: 'A' }).when({ type: 'call-next', counterId: '2' })
  expect(counterAt(story, '2', 2)).toMatchObject({ does: 'called', sign: 'ok', number: 'A001', queueId: 'A' })
  expect(counterAt(story, '2', 4)).toMatchObject({ does: 'called', sign: 'warning' })
})

test('BD4 a visit far beyond what is usual turns yellow, then red; without experience never', () => {
  const story = opened()
  const serve = () =>
    story
      .when({ type: 'take-ticket', queueId: 'A' })
      .when({ type: 'call-next', counterId: '2' })
      .when({ type: 'serve-ticket', counterId: '2' })
  serve()
  expect(counterAt(story, '2', 200)).toMatchObject({ does: 'serving', sign: 'ok', usualMinutes: null })
  story.later(12).when({ type: 'finish-ticket', counterId: '2' })
  for (let nth = 0; nth < 8; nth++) serve().later(12).when({ type: 'finish-ticket', counterId: '2' })
  serve()
  const began = (story.ticket('A010').servingAt ?? 0) - START
  const after = (minutes: number) => counterAt(story, '2', began / MINUTE + minutes)
  expect(after(17.9)).toMatchObject({ sign: 'ok', usualMinutes: null })
  expect(after(18.1)).toMatchObject({ sign: 'warning', usualMinutes: 12 })
  expect(after(29.9)).toMatchObject({ sign: 'warning' })
  expect(after(30.1)).toMatchObject({ sign: 'fault', usualMinutes: 12 })
})
