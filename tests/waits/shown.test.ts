import { lineOf } from '../../gateway/domain/line/state.ts'
import { expect, test } from 'vitest'
import { waitPhrase } from '../../gateway/contract/wait-words.ts'
import { setCounter } from '../../gateway/domain/counters/state.ts'
import { SAYINGS, shownRange } from '../../gateway/domain/waits/shown-range.ts'
import { stalledMinutes } from '../../gateway/domain/waits/stalled.ts'
import { queueView } from '../../gateway/views/queue-view.ts'
import { readAt } from '../support/read-view.ts'
import { waitRange } from '../../gateway/domain/waits/wait-range.ts'
import { queueWaits } from '../../gateway/domain/waits/queue-waits.ts'
import { learnStay, leaversOf, noLeavers } from '../../gateway/domain/waits/leavers.ts'
import { replayNow } from '../../gateway/domain/waits/replay-now.ts'
import { replayForward } from '../../gateway/domain/waits/forward-replay.ts'
import { type Story, given } from '../support/given.ts'
import { lineHallModel } from '../support/line-hall.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const take = { type: 'take-ticket', printer: 'none' } as const
const nowOf = (story: Story): number => story.events.at(-1)?.at ?? 0
const whyStandsIn = (story: Story, minutes: number) =>
  queueView(readAt(tinyHallModel(), story.state, nowOf(story) + minutes * 60_000), 'B').whyStands

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

test('SM10 the waits of one queue stay as they are when another is asked for, after a counter of both was paused and opened in the same minute', () => {
  const hallModel = tinyHallModel()
  const story = given(hallModel)
  for (const counterId of ['1', '2']) story.when({ type: 'open-counter', counterId })
  story.when({ ...take, queueId: 'A' })
  // One state that changes in place, as the office keeps it.
  const { state } = story
  const minute = Math.floor(nowOf(story) / 60_000) * 60_000
  const replayOf = (queueId: string) => replayNow(hallModel, state, queueId, minute)
  replayOf('A')
  setCounter(state, '2', { state: 'paused' })
  replayOf('B')
  setCounter(state, '2', { state: 'open' })
  const ofA = replayOf('A')
  expect(replayOf('B')).toBe(ofA)
  expect(replayOf('A')).toBe(ofA)
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
    setCounter(story.state, '1', { quietSince: now })
    return (ahead: number) => waitRange(hallModel, story.state, 'B', ahead, null, now)
  }
  // Five of ten minutes each, one counter: fifty minutes, with its range beyond an hour.
  expect(at('10:00')(4)).not.toBeNull()
  expect(at('11:30')(4)).toBeNull()
  expect(at('12:30')(4)).toBeNull()
  expect(at('13:30')(4)).not.toBeNull()
  expect(at('17:40')(4)).toBeNull()
  const noLunch = lineHallModel({ dayClose: { at: '18:00' } })
  at('11:30')
  expect(waitRange(noLunch, story.state, 'B', 4, null, Date.UTC(2026, 2, 18, 3, 30))).not.toBeNull()
  const demo = lineHallModel({ lunch: { from: '12:00', to: '13:30', takes: true } }, {}, true)
  at('12:30')
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

test('W20 what is told is at most twenty minutes wide below an hour, else one honest word; four of five waits lie in it', () => {
  const told = (shown: number, low: number, high: number) => shownRange({ shown, low, high })
  const words = (shown: number, low: number, high: number) => waitPhrase(told(shown, low, high))
  expect(words(5, 1, 9)).toBe('不到 10 分钟')
  expect(words(27, 21, 34)).toBe('20–35 分钟')
  expect(words(20, 2, 65)).toBe('不到 40 分钟')
  expect(words(75, 62, 100)).toBe('一个多小时')
  expect(words(62, 45, 78)).toBe('一个小时左右')
  expect(words(70, 30, 130)).toBe('不到两小时')
  expect(words(150, 100, 220)).toBe('两个小时以上')
  expect(words(100, 1, 360)).toBeNull()
  expect(waitPhrase(told(75, 62, 100), true)).toBe('over an hour')
  for (let shown = 0; shown <= 300; shown += 3)
    for (const [below, above] of [
      [0.9, 1.1],
      [0.7, 1.5],
      [0.4, 2.2],
    ] as const) {
      const range = told(shown, shown * below, shown * above + 1)
      if (range === null) continue
      const { lowMinutes: low, highMinutes: high } = range
      expect([low % 5, high % 5]).toEqual([0, 0])
      expect(high).toBeGreaterThan(low)
      // A range in digits is narrow; anything else is said in words without two ends.
      if (/\d–\d/.test(waitPhrase(range) ?? '')) expect(high - low).toBeLessThanOrEqual(20)
      if (high - low > 20) expect(waitPhrase(range)).toMatch(/不到|左右|多小时|一到三个|以上/)
    }
})

test('W20 of every saying there are words, and no two of them sound the same', () => {
  const phrases = SAYINGS.map(([lowMinutes, highMinutes]) => waitPhrase({ lowMinutes, highMinutes }))
  expect(new Set(phrases).size).toBe(phrases.length)
  const english = SAYINGS.map(([lowMinutes, highMinutes]) => waitPhrase({ lowMinutes, highMinutes }, true))
  expect(new Set(english).size).toBe(english.length)
  for (const phrase of phrases) expect(phrase).not.toMatch(/undefined|NaN|^个/)
})

test('W21 open counters that call nobody while people wait contradict every estimate: it is unknown, and the desk is told why', () => {
  const hallModel = tinyHallModel()
  const story = given(hallModel)
  for (const counterId of ['1', '3', '4']) story.when({ type: 'open-counter', counterId })
  for (let one = 0; one < 5; one++) story.when({ ...take, queueId: 'B' })
  const at = (minutes: number) => queueWaits(hallModel, story.state, 'B', nowOf(story) + minutes * 60_000)
  expect(at(15).of(5, null)).not.toBeNull()
  expect(at(15).stalled).toBeNull()
  expect(at(22).of(5, null)).toBeNull()
  expect(at(22).stalled).toBe(20)
  expect(whyStandsIn(story, 22)).toBe('2 个窗口开着，20 多分钟没有叫号，等候时间先不显示')
  story.later(30).when({ type: 'call-next', counterId: '1' })
  expect(at(1).stalled).toBeNull()
  expect(at(1).of(4, null)).not.toBeNull()
})

test('W21 one counter whose visitor takes long is no contradiction, nor is a hall that has just come back from lunch', () => {
  const single = tinyHallModel()
  const story = given(single).when({ type: 'open-counter', counterId: '3' })
  for (let one = 0; one < 3; one++) story.when({ ...take, queueId: 'A' })
  story.when({ type: 'call-next', counterId: '3' })
  const stalled = (minutes: number) => stalledMinutes(single, story.state, 'A', nowOf(story) + minutes * 60_000)
  expect(stalled(25)).toBeNull()
  expect(stalled(45)).toBe(45)
  const hallModel = lineHallModel({ lunch: { from: '12:00', to: '13:30', takes: true }, dayClose: { at: '18:00' } })
  const lunch = given(hallModel).when({ type: 'open-counter', counterId: '1' })
  for (let one = 0; one < 4; one++) lunch.when({ ...take, queueId: 'B' })
  const after = (clock: string) =>
    stalledMinutes(
      hallModel,
      lunch.state,
      'B',
      Date.UTC(2026, 2, 18, Number(clock.slice(0, 2)) - 8, Number(clock.slice(3))),
    )
  expect(after('11:59')).toBe(115)
  expect(after('13:40')).toBeNull()
  expect(after('14:10')).toBe(40)
})
