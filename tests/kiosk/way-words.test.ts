import { expect, test } from 'vitest'
import type { FloorPlan, Point } from '../../gateway/contract/plan.ts'
import { frameAround } from '../../kiosk/shared/plan/frame.ts'
import { wayWords } from '../../gateway/contract/ways/way-words.ts'

const said = (points: Point[]): string[] => wayWords(points).map(({ turn, metres }) => `${turn} ${metres}`)

test('K17 corners become turns as a walker takes them', () => {
  // Down is plus on the drawing: up, then to the right, then up again is a turn to the left.
  expect(
    said([
      [9, 26],
      [9, 18],
      [36, 18],
      [36, 6],
    ]),
  ).toEqual(['up 8', 'right 27', 'left 12'])
})

test('K17 the step onto the walk belongs to the piece behind it', () => {
  expect(
    said([
      [9, 21],
      [9, 18],
      [36, 18],
      [36, 6],
    ]),
  ).toEqual(['right-on-plan 30', 'left 12'])
  expect(
    said([
      [9, 21],
      [9, 18],
    ]),
  ).toEqual(['up 3'])
})

test('K17 a step aside belongs to the piece before, and a straight line is one piece', () => {
  expect(
    said([
      [0, 0],
      [10, 0],
      [10, 1],
      [20, 1],
    ]),
  ).toEqual(['right-on-plan 21'])
})

const floor: FloorPlan = { floor: '1', size: [100, 48], zones: [], places: [], terminals: [], walks: [] }

test('K17 the drawing shows the way with room around it, in the wished shape, never beyond the floor', () => {
  const frame = frameAround(
    floor,
    [
      [9, 21],
      [36, 6],
    ],
    1.4,
  )
  expect(frame.size[0] / frame.size[1]).toBeCloseTo(1.4)
  expect(frame.from).toEqual([expect.closeTo(2.0, 0), 0])
  const wide = frameAround(
    floor,
    [
      [1, 1],
      [99, 47],
    ],
    3,
  )
  expect(wide).toEqual({ from: [0, 0], size: [100, 48] })
})
