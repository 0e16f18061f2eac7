import { expect, test } from 'vitest'
import type { FloorPlan, Point } from '../../gateway/contract/plan.ts'
import { findWay } from '../../gateway/contract/ways/find-way.ts'

const floor = (walks: { points: Point[]; steps?: boolean }[]): FloorPlan => ({
  floor: '1',
  size: [60, 40],
  zones: [],
  places: [],
  terminals: [],
  walks: walks.map(({ points, steps = false }) => ({ points, steps })),
})
/** Two corridors with three ways across: a staircase of corners is as long as one corner. */
const ladder = floor([
  {
    points: [
      [0, 10],
      [50, 10],
    ],
  },
  {
    points: [
      [0, 20],
      [50, 20],
    ],
  },
  {
    points: [
      [0, 30],
      [50, 30],
    ],
  },
  ...[10, 20, 30, 40].map((x) => ({
    points: [
      [x, 10],
      [x, 30],
    ] as Point[],
  })),
])

test('PN3 of ways as long as each other the one with fewer turns is led', () => {
  const way = findWay(ladder, [10, 10], [40, 30], false)
  expect(way?.metres).toBeCloseTo(50)
  expect(way?.points.length).toBe(3)
})

test('PN3 one steps onto the walk that leads on, though another is a little nearer', () => {
  const way = findWay(ladder, [5, 14], [40, 20], false)
  expect(way?.metres).toBeCloseTo(6 + 35)
  // 4 m to the upper corridor, 6 m to the one that leads there.
  expect(way?.points).toEqual([
    [5, 14],
    [5, 20],
    [40, 20],
  ])
})

test('PN3 a shorter way with more turns is led when it is much shorter', () => {
  const plan = floor([
    {
      points: [
        [0, 0],
        [30, 0],
        [30, 30],
        [0, 30],
      ],
    },
    {
      points: [
        [10, 0],
        [10, 15],
        [20, 15],
        [20, 30],
      ],
    },
  ])
  const way = findWay(plan, [0, 0], [20, 30], false)
  expect(way?.metres).toBeCloseTo(10 + 15 + 10 + 15)
})

test('PN3 no way without a walk, and none over steps for a wheelchair', () => {
  const plan = floor([
    {
      points: [
        [0, 0],
        [10, 0],
      ],
    },
    {
      points: [
        [10, 0],
        [20, 0],
      ],
      steps: true,
    },
  ])
  expect(findWay(plan, [0, 0], [20, 0], false)?.metres).toBeCloseTo(20)
  expect(findWay(floor([]), [0, 0], [5, 5], false)).toBeNull()
  expect(
    findWay(
      floor([
        {
          points: [
            [0, 0],
            [5, 0],
          ],
          steps: true,
        },
      ]),
      [0, 0],
      [5, 0],
      true,
    ),
  ).toBeNull()
})
