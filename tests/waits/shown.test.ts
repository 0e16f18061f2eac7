import { expect, test } from 'vitest'
import { lineOf } from '../../gateway/domain/office-state.ts'
import { waitRange } from '../../gateway/domain/wait-range.ts'
import { whatIf } from '../../gateway/domain/simulation/what-if.ts'
import { replayForward } from '../../gateway/domain/waits/forward-replay.ts'
import { type Story, given } from '../support/given.ts'
import { tinyHouse } from '../support/tiny-hall.ts'

const take = { type: 'take-ticket', printer: 'none' } as const
const nowOf = (story: Story): number => story.events.at(-1)?.at ?? 0

test('W5 nothing without an open counter, else multiples of 5', () => {
  const house = tinyHouse()
  const story = given(house).when({ ...take, queueId: 'B' })
  expect(waitRange(house, story.state, 'B', 1, null, nowOf(story))).toBeNull()
  story.when({ type: 'open-counter', counterId: '1' })
  const shown = waitRange(house, story.state, 'B', 1, null, nowOf(story))
  expect(shown).not.toBeNull()
  expect((shown?.lowMinutes ?? 1) % 5).toBe(0)
  expect((shown?.highMinutes ?? 1) % 5).toBe(0)
  expect(shown?.highMinutes).toBeGreaterThan(shown?.lowMinutes ?? 0)
})

test('W6 queues at one counter wait for each other, a priority comes first', () => {
  const house = tinyHouse()
  const story = given(house).when({ type: 'open-counter', counterId: '2' })
  story
    .when({ ...take, queueId: 'A' })
    .when({ ...take, queueId: 'B' })
    .when({ ...take, queueId: 'B', priority: '带婴儿' })
  const { byTicket, newcomer } = replayForward(house, story.state, 'A', nowOf(story), () => 10)
  const at = (number: string): number | undefined => byTicket.get(story.ticket(number).id)
  expect([at('B002'), at('A001'), at('B001')]).toEqual([0, 10, 20])
  expect(newcomer.get('A')).toBe(30)
})

test('W7 a hall learns and does not forget overnight', () => {
  const house = tinyHouse()
  const story = given(house).when({ type: 'open-counter', counterId: '3' })
  const shown = () => waitRange(house, story.state, 'A', 0, null, nowOf(story))
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

test('W11 what-if shortens or lengthens and touches nothing', () => {
  const house = tinyHouse()
  const story = given(house).when({ type: 'open-counter', counterId: '1' }).when({ type: 'open-counter', counterId: '4' })
  for (let one = 0; one < 12; one++) story.when({ ...take, queueId: 'B' })
  const kept = structuredClone(story.state)
  const more = whatIf(house, story.state, { queueId: 'B', counters: 2 }, nowOf(story))
  const fewer = whatIf(house, story.state, { queueId: 'B', counters: -1 }, nowOf(story))
  expect(more?.waiting).toBe(12)
  expect(more?.after.counters).toBe(4)
  expect(more?.after.p90).toBeLessThan(more?.before.p90 ?? 0)
  expect(fewer?.after.p90).toBeGreaterThan(fewer?.before.p90 ?? 0)
  expect(story.state).toEqual(kept)
})
