import { lineOf } from '../../gateway/domain/line/state.ts'
import { expect, test } from 'vitest'
import { waitRange } from '../../gateway/domain/waits/wait-range.ts'
import { queueWaits } from '../../gateway/domain/waits/queue-waits.ts'
import { learnStay, leaversOf, noLeavers } from '../../gateway/domain/waits/leavers.ts'
import { replayForward } from '../../gateway/domain/waits/forward-replay.ts'
import { type Story, given } from '../support/given.ts'
import { lineHallModel } from '../support/line-hall.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const take = { type: 'take-ticket', printer: 'none' } as const
const nowOf = (story: Story): number => story.events.at(-1)?.at ?? 0

test('W5 nothing without an open counter, else multiples of 5', () => {
  const hallModel = tinyHallModel()
  const story = given(hallModel).when({ ...take, queueId: 'B' })
  expect(waitRange(hallModel, story.state, 'B', 1, null, nowOf(story))).toBeNull()
  story.when({ type: 'open-counter', counterId: '1' })
  const shown = waitRange(hallModel, story.state, 'B', 1, null, nowOf(story))
  expect(shown).not.toBeNull()
  expect((shown?.lowMinutes ?? 1) % 5).toBe(0)
  expect((shown?.highMinutes ?? 1) % 5).toBe(0)
  expect(shown?.highMinutes).toBeGreaterThan(shown?.lowMinutes ?? 0)
})

test('W6 queues at one counter wait for each other, a priority comes first', () => {
  const hallModel = tinyHallModel()
  const story = given(hallModel).when({ type: 'open-counter', counterId: '2' })
  story
    .when({ ...take, queueId: 'A' })
    .when({ ...take, queueId: 'B' })
    .when({ ...take, queueId: 'B', priority: '带婴儿' })
  const { byTicket, newcomer } = replayForward(hallModel, story.state, 'A', nowOf(story), {
    service: () => 10,
    call: () => 10,
  })
  const at = (number: string): number | undefined => byTicket.get(story.ticket(number).id)
  expect([at('B002'), at('A001'), at('B001')]).toEqual([0, 10, 20])
  expect(newcomer.get('A')).toBe(30)
})

test('W7 a hall learns and does not forget overnight', () => {
  const hallModel = tinyHallModel()
  const story = given(hallModel).when({ type: 'open-counter', counterId: '3' })
  const shown = () => waitRange(hallModel, story.state, 'A', 0, null, nowOf(story))
  const fill = () => {
    for (let one = 0; one < 6; one++) story.when({ ...take, queueId: 'A' })
  }
  fill()
  const before = shown()?.highMinutes ?? 0
  for (let one = 0; one < 40; one++) {
    story.when({ ...take, queueId: 'A' })
    story.when({ type: 'call-next', counterId: '3' }).later(5).when({ type: 'finish-ticket', counterId: '3' })
  }
  expect(lineOf(story.state, 'A')).toHaveLength(6)
  expect(shown()?.highMinutes).toBeLessThan(before)
  story.onDay('2026-03-19').when({ type: 'open-counter', counterId: '3' })
  fill()
  expect(shown()?.highMinutes).toBeLessThan(before)
})

test('W12 silent when lunch falls into the wait, over lunch, and beyond the end of the day', () => {
  const hallModel = lineHallModel({ lunch: { from: '12:00', to: '13:30', takes: true }, dayClose: { at: '18:00' } })
  const story = given(hallModel).when({ type: 'open-counter', counterId: '1' })
  for (let one = 0; one < 4; one++) story.when({ ...take, queueId: 'B' })
  const at = (clock: string) => {
    const now = Date.UTC(2026, 2, 18, Number(clock.slice(0, 2)) - 8, Number(clock.slice(3)))
    return (ahead: number) => waitRange(hallModel, story.state, 'B', ahead, null, now)
  }
  // Five of ten minutes each, one counter: fifty minutes, with its range up to an hour and a half.
  expect(at('10:00')(4)).not.toBeNull()
  expect(at('11:30')(4)).toBeNull()
  expect(at('12:30')(4)).toBeNull()
  expect(at('13:30')(4)).not.toBeNull()
  expect(at('17:40')(4)).toBeNull()
  const noLunch = lineHallModel({ dayClose: { at: '18:00' } })
  expect(waitRange(noLunch, story.state, 'B', 4, null, Date.UTC(2026, 2, 18, 3, 30))).not.toBeNull()
  const demo = lineHallModel({ lunch: { from: '12:00', to: '13:30', takes: true } }, {}, true)
  expect(waitRange(demo, story.state, 'B', 4, null, Date.UTC(2026, 2, 18, 4, 30))).not.toBeNull()
})

test('W13 the range widens when counters close', () => {
  const hallModel = tinyHallModel()
  const story = given(hallModel)
  for (const counterId of ['1', '2', '4']) story.when({ type: 'open-counter', counterId })
  for (let one = 0; one < 60; one++) {
    story.when({ ...take, queueId: 'B' })
    for (const counterId of ['1', '2', '4']) {
      if (story.state.counters.states.get(counterId)?.ticketId) story.when({ type: 'finish-ticket', counterId })
      if ((story.state.line.lines.get('B') ?? []).length > 3) story.when({ type: 'call-next', counterId })
    }
    story.later(3)
  }
  const waiting = () => story.state.line.lines.get('B')?.length ?? 0
  const told = () => queueWaits(hallModel, story.state, 'B', nowOf(story)).of(waiting(), null)
  const width = (one: ReturnType<typeof told>): number => Math.log(((one?.high ?? 0) + 3) / ((one?.low ?? 0) + 3))
  const before = told()
  for (const counterId of ['1', '2', '4']) {
    if (story.state.counters.states.get(counterId)?.ticketId) story.when({ type: 'finish-ticket', counterId })
  }
  story.when({ type: 'close-counter', counterId: '1' }).when({ type: 'pause-counter', counterId: '2', reason: '午休' })
  const after = told()
  expect(after?.open).toBe(1)
  expect(after?.shown).toBeGreaterThan(before?.shown ?? 0)
  expect(width(after)).toBeGreaterThan(width(before) * 1.1)
})

test('W14 a hall whose visitors go home foresees that the line moves faster', () => {
  const hallModel = tinyHallModel()
  const story = given(hallModel).when({ type: 'open-counter', counterId: '3' })
  const fill = () => {
    while (lineOf(story.state, 'A').length < 12) story.when({ ...take, queueId: 'A' })
  }
  fill()
  const replayed = () => queueWaits(hallModel, story.state, 'A', nowOf(story)).of(12, null)?.replay ?? 0
  const before = replayed()
  for (let one = 0; one < 60; one++) {
    story.when({ type: 'call-next', counterId: '3' }).later(2).when({ type: 'miss-ticket', counterId: '3' })
    fill()
  }
  expect(story.state.waits.memory.get('A')?.taken).toEqual([])
  expect(replayed()).toBeLessThan(before * 0.6)
})

test('W14 in a line that grows those who stayed count too', () => {
  const memory = noLeavers()
  for (let one = 0; one < 10; one++) learnStay(memory, 30, true)
  const alone = leaversOf(memory, []).staying(0, 60)
  const amongMany = leaversOf(
    memory,
    Array.from({ length: 200 }, () => 40),
  ).staying(0, 60)
  expect(alone).toBeLessThan(0.5)
  expect(amongMany).toBeGreaterThan(0.85)
})
