import { describe, expect, test } from 'vitest'
import { gatewayClock } from '../../gateway/client/gateway-clock.ts'
import { chanceOf } from '../../gateway/domain/simulation/chance.ts'

const NOON = Date.UTC(2026, 2, 18, 4)
const sample = (askedAt: number, there: number, back: number, error = 0) => ({
  askedAt,
  heardAt: askedAt + there + back,
  now: NOON + askedAt + there + error,
  ticks: 500 + askedAt + there,
})

describe('time of the hall', () => {
  test('NT2 half of the way is taken off, and the shortest way of the last eight is believed', () => {
    const time = gatewayClock(0)
    time.hear(sample(0, 200, 200))
    expect(time.nowAt(1_000)).toBe(NOON + 1_000)
    expect(time.ticksAt(1_000)).toBe(1_500)
    time.hear(sample(2_000, 900, 100))
    expect(time.nowAt(4_000)).toBe(NOON + 4_000)
    time.hear(sample(4_000, 30, 10))
    expect(time.nowAt(6_000)).toBe(NOON + 6_000 + 10)
  })

  test('NT2 on a poor line the time is right to 150 ms after the first minute', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const chance = chanceOf(seed)
      const way = (): number => chance.between(100, 300) + (chance.happens(0.05) ? chance.between(200, 3_000) : 0)
      const time = gatewayClock(0)
      for (let at = 0; at < 120_000; at += 2_500) {
        time.hear(sample(at, way(), way()))
        if (at > 60_000) expect(Math.abs(time.nowAt(at) - NOON - at), `seed ${seed}`).toBeLessThan(150)
      }
    }
  })

  test('NT3 a jump of the clock is followed at once; the ticks do not jump with it', () => {
    const time = gatewayClock(0)
    for (let at = 0; at < 20_000; at += 2_000) time.hear(sample(at, 5, 5))
    time.hear(sample(20_000, 40, 40, 3_600_000))
    expect(time.nowAt(21_000)).toBe(NOON + 21_000 + 3_600_000)
    expect(time.ticksAt(21_000)).toBe(21_500)
  })

  test('NT3 a gateway that was started anew has other ticks', () => {
    const time = gatewayClock(0)
    for (let at = 0; at < 20_000; at += 2_000) time.hear(sample(at, 5, 5))
    time.hear({ askedAt: 30_000, heardAt: 30_010, now: NOON + 30_005, ticks: 3 })
    expect(time.ticksAt(30_010)).toBe(8)
  })

  test('NT4 until the gateway has spoken the guess holds, and its ticks are not known', () => {
    expect(gatewayClock(NOON).nowAt(10)).toBe(NOON + 10)
    expect(gatewayClock(NOON).ticksAt(10)).toBeNull()
  })
})
