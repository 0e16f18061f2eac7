import { expect, test } from 'vitest'
import type { FloorPlan, Point } from '../../gateway/contract/plan.ts'
import { deskCells } from '../../kiosk/shared/plan/desk-marks.tsx'
import { desksOf } from '../../gateway/contract/ways/route.ts'

const zone = (desks: FloorPlan['zones'][number]['desks']): FloorPlan['zones'][number] => ({
  zone: 'B',
  at: [10, 10],
  size: [20, 12],
  desks,
})
const at =
  (scale: number) =>
  ([x, y]: Point): Point => [x * scale, y * scale]
const ids = (count: number): string[] => Array.from({ length: count }, (_, nth) => String(35 + nth))

test.each(['top', 'bottom', 'left', 'right'] as const)(
  'PN2 six counters along the %s have their numbers: inside the zone, beside each other, before those who wait',
  (side) => {
    const cells = deskCells(zone(side), ids(6), at(30), 30)
    const fronts = desksOf(zone(side), ids(6))
    expect(cells.map(({ id, numbered }) => [id, numbered])).toEqual(ids(6).map((id) => [id, true]))
    for (const [nth, { x, y, width, height, size }] of cells.entries()) {
      expect(size).toBeGreaterThanOrEqual(28)
      expect(x).toBeGreaterThanOrEqual(300)
      expect(y).toBeGreaterThanOrEqual(300)
      expect(x + width).toBeLessThanOrEqual(900)
      expect(y + height).toBeLessThanOrEqual(660)
      // The number is not wider than its cell.
      expect(2 * 0.56 * size).toBeLessThan(width)
      const next = cells[nth + 1]
      if (next) expect(next.x >= x + width || next.y >= y + height).toBe(true)
      const [frontX, frontY] = fronts[nth]?.at ?? [0, 0]
      expect(Math.hypot(x + width / 2 - frontX * 30, y + height / 2 - frontY * 30)).toBeLessThan(60)
    }
  },
)

test('PN2 where they would be too small, no counter of the zone has a number', () => {
  expect(deskCells(zone('top'), ids(20), at(10), 10).map(({ numbered }) => numbered)).toEqual(Array(20).fill(false))
  const long = [...ids(11), '1234']
  expect(new Set(deskCells(zone('top'), long, at(30), 30).map(({ numbered }) => numbered))).toEqual(new Set([false]))
})
