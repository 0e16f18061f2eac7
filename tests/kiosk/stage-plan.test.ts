import { expect, test } from 'vitest'
import zh from '../../assets/locales/zh-Hans/start.json' with { type: 'json' }
import { pinnedPhone } from '../../kiosk/start/pinned-phone.ts'
import { type Place, stagePlan } from '../../kiosk/start/stage-plan.ts'

/** Height of each thing against its width, with its edges (px): as the pages and the drawing have them. */
const boxes = {
  terminal: [1920 / 1080, 12],
  wall: [9 / 16, 12],
  panel: [1 / 4, 10],
  counter: [768 / 1366, 8],
  strip: [400 / 1280, 8],
  phone: [844 / 390, 12],
} as const
const boxOf = (place: Place, [ratio, edges]: readonly [number, number]) => ({
  left: place.x,
  top: place.y,
  right: place.x + place.width + edges,
  bottom: place.y + place.width * ratio + edges,
})
const isApart = (one: ReturnType<typeof boxOf>, other: ReturnType<typeof boxOf>): boolean =>
  one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top

/** Room beside the list, px. */
test.each([
  ['1366×768', 925, 768, false],
  ['1440×900', 1084, 900, false],
  ['1920×1080', 1521, 1080, true],
  ['2560×1440', 2029, 1440, true],
  ['a wide window without room for a phone', 1200, 900, false],
  ['a very wide window', 1500, 900, true],
  ['1024×1366', 668, 1366, false],
])('SS5 on %s the stage fills its room, and nothing lies over anything', (_, width, height, hasPhone) => {
  const plan = stagePlan(width, height, false)
  expect(plan.width * plan.scale).toBeCloseTo(width)
  expect(plan.height * plan.scale).toBeCloseTo(height)
  expect(plan.places.phone !== null).toBe(hasPhone)
  const all = Object.entries(boxes).flatMap(([name, box]) => {
    const place = plan.places[name as keyof typeof boxes]
    return place === null ? [] : [boxOf(place, box)]
  })
  for (const one of all) {
    expect(all.filter((other) => other !== one && !isApart(one, other))).toEqual([])
    expect(one.left).toBeGreaterThanOrEqual(32)
    // The line between the buttons and the stage belongs to what is said there.
    expect(one.top).toBeGreaterThanOrEqual(100)
    expect(one.bottom).toBeLessThanOrEqual(plan.height)
  }
  expect(Math.max(...all.map(({ right }) => right))).toBeCloseTo(plan.width - 32, 0)
})

test('SS5 on a phone one thing stands below the other, all as wide as the phone', () => {
  const { places, height, scale } = stagePlan(390, 844, true)
  expect(scale).toBe(1)
  const { wall, terminal, panel, counter, strip } = places
  const column = [
    boxOf(wall, boxes.wall),
    boxOf(terminal, boxes.terminal),
    boxOf(panel, boxes.panel),
    boxOf(counter, boxes.counter),
    boxOf(strip, boxes.strip),
  ]
  for (const [nth, box] of column.entries()) {
    expect(box.right).toBeLessThanOrEqual(390 - 16)
    expect(box.top).toBeGreaterThanOrEqual(column[nth - 1]?.bottom ?? 0)
  }
  expect(height).toBeGreaterThan(column.at(-1)?.bottom ?? Number.POSITIVE_INFINITY)
})

test('SS5 the phone on the stage stays with its number for two minutes', () => {
  const phone = pinnedPhone()
  expect(phone(null, 0)).toBeNull()
  expect([phone('a', 0), phone('b', 119_000), phone('b', 121_000), phone(null, 122_000)]).toEqual(['a', 'a', 'b', 'b'])
})

test('SS6 the start page speaks a visitor’s words', () => {
  const words = JSON.stringify(zh)
  for (const word of ['网关', '日志', '字节', '点阵', '驱动', '系统']) expect(words, word).not.toContain(word)
})
