import type { FloorPlan, Point } from '../../../gateway/contract/plan.ts'

/** A way on one floor, corner by corner, and how long it is in metres. */
export interface Way {
  points: Point[]
  metres: number
}

const distance = ([x1, y1]: Point, [x2, y2]: Point): number => Math.hypot(x1 - x2, y1 - y2)
const keyOf = ([x, y]: Point): string => `${Math.round(x * 100)},${Math.round(y * 100)}`

/** The point of a straight piece of walk that is nearest to `point`. */
function nearestOn(from: Point, to: Point, point: Point): Point {
  const [width, height] = [to[0] - from[0], to[1] - from[1]]
  const length = width ** 2 + height ** 2
  const share =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((point[0] - from[0]) * width + (point[1] - from[1]) * height) / length))
  return [from[0] + width * share, from[1] + height * share]
}

/** Where two straight pieces meet; null when they do not. */
function crossing([from, to]: [Point, Point], [start, end]: [Point, Point]): Point | null {
  const [ax, ay, bx, by] = [to[0] - from[0], to[1] - from[1], end[0] - start[0], end[1] - start[1]]
  const turn = ax * by - ay * bx
  if (turn === 0) return null
  const along = ((start[0] - from[0]) * by - (start[1] - from[1]) * bx) / turn
  const across = ((start[0] - from[0]) * ay - (start[1] - from[1]) * ax) / turn
  const inside = (share: number): boolean => share >= -1e-9 && share <= 1 + 1e-9
  return inside(along) && inside(across) ? [from[0] + ax * along, from[1] + ay * along] : null
}

/**
 * The shortest way along the walks of a floor: straight to the nearest walk, along it, straight to the goal. `stepFree` leaves out walks
 * with steps. null = no walk leads there.
 */
export function findWay(plan: FloorPlan, from: Point, to: Point, stepFree: boolean): Way | null {
  const pieces = plan.walks
    .filter(({ steps }) => !(stepFree && steps))
    .flatMap(({ points }) => points.slice(1).map((point, nth): [Point, Point] => [points[nth] as Point, point]))
  const foot = (point: Point): Point | null => {
    const feet = pieces.map(([start, end]) => nearestOn(start, end, point))
    return feet.toSorted((one, other) => distance(one, point) - distance(other, point))[0] ?? null
  }
  const [start, goal] = [foot(from), foot(to)]
  if (!start || !goal) return null
  const nodes = new Map<
    string,
    { at: Point; next: Set<string>; metres: number; before: string | null; done: boolean }
  >()
  const node = (at: Point) => {
    const key = keyOf(at)
    const known = nodes.get(key) ?? { at, next: new Set<string>(), metres: Infinity, before: null, done: false }
    nodes.set(key, known)
    return known
  }
  for (const piece of pieces) {
    const stops: Point[] = [...piece]
    for (const other of pieces) {
      const met = other === piece ? null : crossing(piece, other)
      if (met) stops.push(met)
    }
    for (const point of [start, goal])
      if (distance(nearestOn(piece[0], piece[1], point), point) < 1e-6) stops.push(point)
    stops.sort((one, other) => distance(piece[0], one) - distance(piece[0], other))
    stops.slice(1).forEach((stop, nth) => {
      const before = stops[nth] as Point
      if (keyOf(before) === keyOf(stop)) return
      node(before).next.add(keyOf(stop))
      node(stop).next.add(keyOf(before))
    })
  }
  node(start).metres = 0
  for (;;) {
    const [nearest] = [...nodes.entries()]
      .filter(([, { done, metres }]) => !done && metres < Infinity)
      .sort(([, one], [, other]) => one.metres - other.metres)
    if (!nearest) return null
    const [key, here] = nearest
    here.done = true
    if (key === keyOf(goal)) break
    for (const next of here.next) {
      const there = nodes.get(next)
      if (!there) continue
      const metres = here.metres + distance(here.at, there.at)
      if (metres < there.metres) Object.assign(there, { metres, before: key })
    }
  }
  const middle: Point[] = []
  for (let at: string | null = keyOf(goal); at !== null; at = nodes.get(at)?.before ?? null)
    middle.unshift((nodes.get(at) as { at: Point }).at)
  const stops = [from, ...middle, to]
  const points = corners(stops.filter((stop, nth) => nth === 0 || distance(stops[nth - 1] as Point, stop) > 1e-6))
  return { points, metres: points.slice(1).reduce((sum, point, nth) => sum + distance(points[nth] as Point, point), 0) }
}

/** Stops on a straight line say nothing. */
const corners = (points: Point[]): Point[] =>
  points.filter((point, nth) => {
    const [before, after] = [points[nth - 1], points[nth + 1]]
    return (
      !before ||
      !after ||
      Math.abs((point[0] - before[0]) * (after[1] - point[1]) - (point[1] - before[1]) * (after[0] - point[0])) > 1e-6
    )
  })
