import type { Hall } from '../../gateway/contract/hall.ts'
import { floorPlan } from '../../gateway/contract/plan.ts'

/** K1 stands at a corridor with a lift beside it; the four counters of 1A are further on, behind a corner. A toilet that no walk reaches. */
export const smallPlan: Hall['plan'] = [
  floorPlan.parse({
    floor: '1',
    size: [60, 40],
    zones: [{ zone: '1A', at: [40, 4], size: [16, 8], desks: 'top' }],
    places: [
      { kind: 'lift', name: '电梯', at: [25, 27] },
      { kind: 'copy', name: '复印', at: [50, 30] },
    ],
    terminals: [{ terminal: 'K1', at: [5, 30] }],
    walks: [
      {
        points: [
          [5, 30],
          [50, 30],
        ],
      },
      {
        points: [
          [48, 30],
          [48, 9],
        ],
      },
      {
        points: [
          [40, 9],
          [56, 9],
        ],
      },
    ],
  }),
]
