import { tinyHallModel } from '../support/tiny-hall.ts'
import { readAt } from '../support/read-view.ts'
import { expect, test } from 'vitest'
import { emergencyShown } from '../../gateway/views/emergency-view.ts'
import { type LooseCommand, given } from '../support/given.ts'

const fire: LooseCommand = { type: 'raise-emergency', title: '请马上离开大厅', lines: ['别坐电梯'], minutes: 30 }
const at = (story: ReturnType<typeof given>): number => story.events.at(-1)?.at ?? 0

test('NE1 an emergency holds until it is lifted, and lifting twice is refused in words', () => {
  const story = given().when(fire).accepted('emergency-raised')
  expect(emergencyShown(readAt(tinyHallModel(), story.state, at(story) + 1))?.title).toBe('请马上离开大厅')
  story.when({ type: 'lift-emergency' }).accepted('emergency-lifted')
  expect(emergencyShown(readAt(tinyHallModel(), story.state, at(story)))).toBeNull()
  story.when({ type: 'lift-emergency' }).refused('no-emergency')
})

test('NE2 it ends by itself at its time', () => {
  const story = given().when(fire)
  expect(emergencyShown(readAt(tinyHallModel(), story.state, at(story) + 30 * 60_000 - 1))).not.toBeNull()
  expect(emergencyShown(readAt(tinyHallModel(), story.state, at(story) + 30 * 60_000))).toBeNull()
})

test('NE3 a drill says so in the title and in what is spoken, and never hides the real thing', () => {
  const drill = given().when({ ...fire, drill: true })
  const view = emergencyShown(readAt(tinyHallModel(), drill.state, at(drill)))
  expect(view?.title).toContain('演练')
  expect(view?.spoken).toContain('演练')
  drill.when(fire).accepted('emergency-raised')
  expect(emergencyShown(readAt(tinyHallModel(), drill.state, at(drill)))?.drill).toBe(false)
  drill.when({ ...fire, drill: true }).refused('real-emergency')
})

test('NE4 a new day does not end it', () => {
  const story = given().when({ ...fire, minutes: 720 })
  story.onDay('2026-03-19').when({ type: 'take-ticket', queueId: 'none' })
  expect(story.events.at(-1)?.type).toBe('day-opened')
  expect(emergencyShown(readAt(tinyHallModel(), story.state, at(story)))).not.toBeNull()
})

test('NE8 while a real one holds nobody is called, service goes on, and a drill holds nothing up', () => {
  const story = given().when({ type: 'take-ticket', queueId: 'A' }).when({ type: 'take-ticket', queueId: 'A' })
  story.when({ type: 'open-counter', counterId: '3' }).when({ type: 'call-next', counterId: '3' }).when(fire)
  story.when({ type: 'recall-ticket', counterId: '3' }).refused('calls-paused')
  story.when({ type: 'serve-ticket', counterId: '3' }).accepted('ticket-served')
  story.when({ type: 'finish-ticket', counterId: '3' }).accepted('ticket-finished')
  story.when({ type: 'call-next', counterId: '3' }).refused('calls-paused')
  expect(story.ticket('A002').status).toBe('waiting')
  story.when({ type: 'lift-emergency' }).when({ ...fire, drill: true })
  story.when({ type: 'call-next', counterId: '3' }).accepted('ticket-called')
})

test('NE7 the end by time is recorded once', () => {
  const story = given().when(fire).when({ type: 'close-day' }).accepted()
  story.later(30).when({ type: 'close-day' }).accepted('emergency-ended')
  story.when({ type: 'close-day' }).accepted()
})
