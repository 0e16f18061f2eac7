import { expect, test } from 'vitest'
import { evolve } from '../../gateway/domain/evolve.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { costsOf } from '../../gateway/domain/waits/costs-of.ts'
import { noHours, paceAt, presentAt } from '../../gateway/domain/waits/hours-at-work.ts'
import { given } from '../support/given.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

/** 12:15 in the hall on the day after the stories. */
const NOON = Date.UTC(2026, 2, 19, 4, 15)
const hallModel = tinyHallModel()

/** From 12:00 to 13:30 two of three counters are away. */
function lunchDay() {
  const story = given(hallModel)
  for (const counterId of ['1', '3', '4']) story.when({ type: 'open-counter', counterId })
  story.later(120)
  for (const counterId of ['1', '3']) story.when({ type: 'pause-counter', counterId, reason: '午休' })
  story.later(90)
  for (const counterId of ['1', '3']) story.when({ type: 'open-counter', counterId })
  story.later(120)
  for (const counterId of ['1', '3', '4']) story.when({ type: 'close-counter', counterId })
  return story
}

test('W19 the hall learns at which hours fewer counters are open, when the day is over, and its log says it again', () => {
  const story = lunchDay()
  expect(presentAt(story.state.waits.hoursAtWork, NOON)).toBeNull()
  story.onDay('2026-03-19').when({ type: 'open-counter', counterId: '1' })
  expect(presentAt(story.state.waits.hoursAtWork, NOON)).toBeCloseTo(1 / 3, 1)
  expect(presentAt(story.state.waits.hoursAtWork, NOON - 90 * 60_000)).toBeCloseTo(1, 1)
  // Nobody was at work at night.
  expect(presentAt(story.state.waits.hoursAtWork, NOON + 8 * 3_600_000)).toBeNull()
  const again = emptyOffice()
  for (const event of story.events) evolve(again, event)
  expect(again.waits.hoursAtWork).toEqual(story.state.waits.hoursAtWork)
})

test('W19 the next day the replay is slower into lunch and faster out of it; soon it is as now', () => {
  const { hoursAtWork } = lunchDay().onDay('2026-03-19').when({ type: 'open-counter', counterId: '1' }).state.waits
  const [open, paused] = [{ state: 'open' }, { state: 'paused' }] as const
  const morning = paceAt(hallModel, hoursAtWork, NOON - 60 * 60_000, [open, open, open])
  expect(morning(60)).toBeCloseTo(1 / 3, 1)
  expect(morning(30)).toBeCloseTo(1, 1)
  const noon = paceAt(hallModel, hoursAtWork, NOON, [open, paused, paused])
  expect(noon(5)).toBe(1)
  expect(noon(30)).toBeCloseTo(1, 1)
  expect(noon(90)).toBeGreaterThan(2.5)
  expect(paceAt(hallModel, noHours(), NOON, [open, paused, paused])(90)).toBe(1)
})

test('W19 a call costs more counter time where fewer are open', () => {
  const story = lunchDay().onDay('2026-03-19')
  for (const counterId of ['1', '3', '4']) story.when({ type: 'open-counter', counterId })
  const now = NOON - 60 * 60_000
  const { call } = costsOf(hallModel, story.state, now)
  const someone = { queueId: 'B', takenAt: now }
  expect(call(someone, 60)).toBeGreaterThan(call(someone, 30) * 2)
})
