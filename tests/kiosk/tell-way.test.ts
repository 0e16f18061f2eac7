import { expect, test } from 'vitest'
import type { FloorPlan, Point } from '../../gateway/contract/plan.ts'
import { findRoute } from '../../gateway/contract/ways/route.ts'
import { wayLength, waySentence } from '../../kiosk/shared/plan/way-sentence.ts'

/** A corridor with a lift beside it, and the same one a floor up. */
const floorOf = (floor: string): FloorPlan => ({
  floor,
  size: [60, 30],
  zones: [],
  places: [
    { kind: 'help', name: '咨询台', at: [20, 13], up: null },
    { kind: 'lift', name: '电梯', at: [40, 13], up: 'lift' },
    { kind: 'escalator', name: '扶梯', at: [12, 13], up: 'escalator' },
  ],
  terminals: [],
  walks: [
    {
      points: [
        [5, 10],
        [55, 10],
      ],
      steps: false,
    },
    {
      points: [
        [30, 10],
        [30, 25],
      ],
      steps: false,
    },
    {
      points: [
        [40, 10],
        [40, 13],
      ],
      steps: false,
    },
    {
      points: [
        [12, 10],
        [12, 13],
      ],
      steps: true,
    },
  ],
})
const plans = [floorOf('1'), floorOf('2')]
function told(from: Point, to: Point, goal: Point, floor = '1', stepFree = false, door: string | null = null): string {
  const route = findRoute(plans, { floor: '1', at: from }, { floor, at: to }, stepFree)
  if (!route) throw new Error('no way')
  return waySentence({ route, goal, floorName: (one) => `${one} 楼`, door })
}

test('WY2 left, right and what one passes, seen by the walker', () => {
  expect(told([30, 25], [50, 10], [50, 7])).toBe('往前走，右转，过了电梯，左手边')
  expect(told([30, 25], [5, 10], [5, 13])).toBe('往前走，左转，过了扶梯，左手边')
  expect(told([5, 10], [34, 10], [34, 7])).toBe('往右走，过了咨询台，左手边')
  expect(told([30, 10], [30, 25], [30, 28])).toBe('转身往回走，就在前面')
  expect(told([30, 25], [50, 10], [50, 7], '1', false, '正门')).toBe('进正门往前走，右转，过了电梯，左手边')
})

test('WY2 a wheelchair takes the lift, whoever walks the way that is shorter', () => {
  expect(told([14, 10], [14, 10], [14, 7], '2')).toContain('坐扶梯到 2 楼，出来')
  expect(told([14, 10], [14, 10], [14, 7], '2', true)).toContain('坐电梯到 2 楼，出来')
})

test('WY2 the length is told in metres and in what an old person needs for it', () => {
  expect([5, 24, 45, 62].map(wayLength)).toEqual([
    '约 5 米，几步就到',
    '约 24 米，走半分钟',
    '约 45 米，走 1 分钟',
    '约 62 米，走 1 分半',
  ])
})
