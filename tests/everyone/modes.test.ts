import { expect, test } from 'vitest'
import { idleAfter, questionSeconds } from '../../kiosk/terminal/idle.ts'
import { openModes } from '../../kiosk/terminal/modes/modes.ts'

test('EV5 modes combine, and leave together', () => {
  const modes = openModes()
  modes.elder.value = true
  modes.low.value = true
  expect(modes.look.value).toBe('elder low')
  expect(modes.isOn()).toBe(true)
  modes.contrast.value = true
  expect(modes.look.value).toBe('elder low contrast')
  modes.leave()
  expect(modes.look.value).toBe('')
  expect(modes.isOn()).toBe(false)
})

test('EV6 in large letters everything waits twice as long', () => {
  const elder = { numberShown: false, elder: true }
  expect(idleAfter(119_999, elder)).toEqual({ name: 'here' })
  expect(idleAfter(120_000, elder)).toEqual({ name: 'asking', seconds: 40 })
  expect(idleAfter(159_999, elder)).toEqual({ name: 'asking', seconds: 1 })
  expect(idleAfter(160_000, elder)).toEqual({ name: 'over' })
  expect(idleAfter(60_000, { numberShown: true, elder: true })).toEqual({ name: 'asking', seconds: 40 })
  expect([questionSeconds(false), questionSeconds(true)]).toEqual([20, 40])
})
