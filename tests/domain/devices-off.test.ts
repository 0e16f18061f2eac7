import { expect, test } from 'vitest'
import { given } from '../support/given.ts'

test('D31 a device of the hall is switched off and on; the state says who, when and why; what is so already is refused', () => {
  const story = given()
  story.when({ type: 'switch-device-off', deviceId: 'PR1', reason: '送修' }).accepted('device-switched-off')
  expect(story.state.devices.off.get('PR1')).toEqual({ at: story.events.at(-1)?.at, by: 'test', reason: '送修' })
  story.when({ type: 'switch-device-off', deviceId: 'PR1', reason: '送修' }).refused('already-so')
  story.when({ type: 'switch-device-off', deviceId: 'PR1', reason: '等配件' }).accepted('device-switched-off')
  story.when({ type: 'switch-device-on', deviceId: 'PR1' }).accepted('device-switched-on')
  expect(story.state.devices.off.size).toBe(0)
  story.when({ type: 'switch-device-on', deviceId: 'PR1' }).refused('already-so')
})

test('D31 every row of the board can be switched off, and nothing else', () => {
  const story = given()
  for (const deviceId of ['K1', 'PR1', 'agent-K1', 'counter-1', 'strip-1'])
    story.when({ type: 'switch-device-off', deviceId, reason: null }).accepted('device-switched-off')
  for (const deviceId of ['PR99', 'agent-K99', 'counter-999', '../x'])
    story.when({ type: 'switch-device-off', deviceId, reason: null }).refused('unknown-device')
})

test('D31 the wish outlives the day', () => {
  const story = given()
  story.when({ type: 'switch-device-off', deviceId: 'PR1', reason: null }).onDay('2026-03-19')
  story.when({ type: 'open-counter', counterId: '1' })
  expect(story.state.devices.off.has('PR1')).toBe(true)
})
