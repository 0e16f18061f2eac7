import type { FloorPlan, Point } from '../../../gateway/contract/plan.ts'

/** The part of a floor that is drawn: metres. */
export interface Frame {
  from: Point
  size: Point
}

/** Room around what matters, metres. */
const MARGIN_M = 7
/** Closer than this a drawing shows no neighbourhood any more. */
const NARROWEST_M = 40

export const wholeFloor = ({ size }: FloorPlan): Frame => ({ from: [0, 0], size })

/** As near to the points as can be, in the wished shape (width ÷ height), never beyond the floor's edges. */
export function frameAround({ size: [width, depth] }: FloorPlan, points: readonly Point[], shape: number): Frame {
  if (points.length === 0) return { from: [0, 0], size: [width, depth] }
  const span = (at: 0 | 1): [from: number, to: number] => {
    const along = points.map((point) => point[at])
    return [Math.min(...along) - MARGIN_M, Math.max(...along) + MARGIN_M]
  }
  const [[left, right], [top, bottom]] = [span(0), span(1)]
  const shownWidth = Math.min(width, Math.max(right - left, (bottom - top) * shape, NARROWEST_M))
  const shownDepth = Math.min(depth, Math.max(shownWidth / shape, bottom - top))
  const inside = (middle: number, shown: number, all: number): number =>
    Math.min(all - shown, Math.max(0, middle - shown / 2))
  return {
    from: [inside((left + right) / 2, shownWidth, width), inside((top + bottom) / 2, shownDepth, depth)],
    size: [shownWidth, shownDepth],
  }
}
