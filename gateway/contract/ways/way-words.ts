import type { Point } from '../plan.ts'

/** One piece of a way in words: which way to turn, and how far. The first one says where on the drawing. */
export interface WayPiece {
  turn: 'up' | 'down' | 'left-on-plan' | 'right-on-plan' | 'left' | 'right' | 'straight'
  metres: number
}
/** A step aside that nobody would call a turn. */
const TOO_SHORT_M = 2.5

/** The step from where one stands onto the walk: one is told where the walk leads. */
const FIRST_STEP_M = 4.5

/** A way without its first step, when more follows. */
export function afterFirstStep(points: readonly Point[]): readonly Point[] {
  const [first, second] = points
  const isStep =
    first && second && points.length > 2 && Math.hypot(second[0] - first[0], second[1] - first[1]) < FIRST_STEP_M
  return isStep ? points.slice(1) : points
}

/** What somebody would say of a way: corners that are hardly a step belong to the piece before. Metres are whole. */
export function wayWords(all: readonly Point[]): WayPiece[] {
  const points = afterFirstStep(all)
  const pieces: WayPiece[] = []
  let before: Point | null = null
  for (let nth = 1; nth < points.length; nth += 1) {
    const [from, to] = [points[nth - 1] as Point, points[nth] as Point]
    const heading: Point = [to[0] - from[0], to[1] - from[1]]
    const metres = Math.hypot(...heading)
    const last = pieces.at(-1)
    if (last && metres < TOO_SHORT_M) {
      last.metres += metres
      continue
    }
    const turn = before ? turned(before, heading) : onPlan(heading)
    if (last && turn === 'straight') last.metres += metres
    else pieces.push({ turn, metres })
    before = heading
  }
  const [first] = pieces
  const [start, onWalk] = [all[0], points[0]]
  if (first && start && onWalk) first.metres += Math.hypot(onWalk[0] - start[0], onWalk[1] - start[1])
  return pieces.map(({ turn, metres }) => ({ turn, metres: Math.max(1, Math.round(metres)) }))
}

const onPlan = ([x, y]: Point): WayPiece['turn'] =>
  Math.abs(x) >= Math.abs(y) ? (x < 0 ? 'left-on-plan' : 'right-on-plan') : y < 0 ? 'up' : 'down'

function turned([ax, ay]: Point, [bx, by]: Point): WayPiece['turn'] {
  // The drawing's y runs down, so a positive cross product is a turn to the right.
  const side = (ax * by - ay * bx) / (Math.hypot(ax, ay) * Math.hypot(bx, by) || 1)
  return Math.abs(side) < 0.3 ? 'straight' : side > 0 ? 'right' : 'left'
}
