import type { FloorPlan, Point } from '../plan.ts'
import type { Way } from './find-way.ts'
import { type WayPiece, afterFirstStep, wayWords } from './way-words.ts'

/** What somebody would say of a way on one floor, in order: turns, what one passes, and where the goal is at the end. */
export type WayStep =
  | { kind: 'turn'; turn: WayPiece['turn']; metres: number }
  | { kind: 'pass'; name: string }
  | { kind: 'end'; side: 'left' | 'right' | 'ahead' }

/** A landmark further from the way than this is not seen as passed. */
const BESIDE_M = 6
/** Whoever stands so near to its beginning or end has not passed it. */
const PASSED_M = 2
/** A last step aside towards the desk says nothing of where one comes from. */
const STEP_M = 2.5

/**
 * `goal`: where the counter or place itself stands, beyond the end of the way; null = the way ends there. Of what one passes only the last on
 * each straight piece is told, and never where the way ends.
 */
export function tellWay(plan: FloorPlan, way: Way, goal: Point | null): WayStep[] {
  const pieces = straightPieces(afterFirstStep(way.points))
  const turns = wayWords(way.points)
  const end = goal ?? (way.points.at(-1) as Point)
  const steps: WayStep[] = turns.flatMap(({ turn, metres }, nth): WayStep[] => {
    const passed = pieces[nth] ? passedOn(plan, pieces[nth], way.points[0] as Point, end) : null
    return [{ kind: 'turn', turn, metres }, ...(passed === null ? [] : [{ kind: 'pass' as const, name: passed }])]
  })
  const last = pieces.at(-1)
  return last ? [...steps, { kind: 'end', side: sideOf(last, end) }] : steps
}

/** The pieces that `wayWords` tells, each with its beginning and its end. */
function straightPieces(points: readonly Point[]): [Point, Point][] {
  const pieces: [Point, Point][] = []
  for (let nth = 1; nth < points.length; nth += 1) {
    const [from, to] = [points[nth - 1] as Point, points[nth] as Point]
    const last = pieces.at(-1)
    if (last && (length([from, to]) < STEP_M || isStraight(last, [from, to]))) {
      // The step towards the desk does not bend the piece on which one walks.
      if (isStraight(last, [from, to])) last[1] = to
    } else pieces.push([from, to])
  }
  return pieces
}

function passedOn(plan: FloorPlan, [from, to]: [Point, Point], start: Point, end: Point): string | null {
  const long = length([from, to])
  const seen = plan.places.flatMap(({ name, at }) => {
    const along = ((at[0] - from[0]) * (to[0] - from[0]) + (at[1] - from[1]) * (to[1] - from[1])) / (long || 1)
    const aside = Math.abs(cross([from, to], [from, at])) / (long || 1)
    const isPassed = along > PASSED_M && along < long - PASSED_M && aside < BESIDE_M
    return isPassed && length([at, end]) > PASSED_M && length([at, start]) > PASSED_M ? [{ name, along }] : []
  })
  return seen.toSorted((one, other) => other.along - one.along)[0]?.name ?? null
}

function sideOf([from, to]: [Point, Point], goal: Point): 'left' | 'right' | 'ahead' {
  const aside = cross([from, to], [to, goal]) / (length([from, to]) * length([to, goal]) || 1)
  return Math.abs(aside) < 0.5 ? 'ahead' : aside > 0 ? 'right' : 'left'
}

const length = ([from, to]: [Point, Point]): number => Math.hypot(to[0] - from[0], to[1] - from[1])
/** The drawing's y runs down, so what is positive lies to the right. */
const cross = ([a, b]: [Point, Point], [c, d]: [Point, Point]): number =>
  (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
const isStraight = (one: [Point, Point], other: [Point, Point]): boolean =>
  Math.abs(cross(one, other)) < 0.3 * (length(one) * length(other) || 1)
