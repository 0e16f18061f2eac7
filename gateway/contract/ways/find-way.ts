import type { FloorPlan, Point } from '../plan.ts'

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

/** A turn is worth so many metres: of ways that are nearly as long the plainer one is led. */
const TURN_M = 3
/** One may step onto any walk that is hardly further than the nearest. */
const FURTHER_M = 4

interface Step {
  at: Point
  /** Metres, with what turns are worth. */
  cost: number
  before: Step | null
  /** Which way one came: radians; null = one has not gone yet. */
  heading: number | null
}

/**
 * The shortest way along the walks of a floor, and of nearly equal ones that with fewer turns: straight to a walk near by, along walks,
 * straight to the goal. `stepFree` leaves out walks with steps. null = no walk leads there.
 */
export function findWay(plan: FloorPlan, from: Point, to: Point, stepFree: boolean): Way | null {
  const pieces = plan.walks
    .filter(({ steps }) => !(stepFree && steps))
    .flatMap(({ points }) => points.slice(1).map((point, nth): [Point, Point] => [points[nth] as Point, point]))
  const [starts, goals] = [feetOf(pieces, from), feetOf(pieces, to)]
  if (starts.length === 0 || goals.length === 0) return null
  const next = neighbours(pieces, [...starts, ...goals])
  const link = (one: Point, others: readonly Point[]): void => {
    for (const other of others) {
      if (keyOf(one) === keyOf(other)) continue
      join(next, one, other)
    }
  }
  link(from, starts)
  link(to, goals)
  const open: Step[] = [{ at: from, cost: 0, before: null, heading: null }]
  const done = new Set<string>()
  for (;;) {
    const here = takeCheapest(open)
    if (here === null) return null
    if (keyOf(here.at) === keyOf(to)) return wayOf(here)
    const key = `${keyOf(here.at)} ${here.heading?.toFixed(2) ?? ''}`
    if (done.has(key)) continue
    done.add(key)
    for (const there of next.get(keyOf(here.at)) ?? []) {
      const heading = Math.atan2(there[1] - here.at[1], there[0] - here.at[0])
      const turn = here.heading !== null && Math.abs(Math.sin((heading - here.heading) / 2)) > 0.15 ? TURN_M : 0
      open.push({ at: there, cost: here.cost + distance(here.at, there) + turn, before: here, heading })
    }
  }
}

/** Where one may step onto walks from a point: the nearest, and those that are hardly further. */
function feetOf(pieces: readonly [Point, Point][], point: Point): Point[] {
  const feet = pieces.map(([start, end]) => {
    const foot = nearestOn(start, end, point)
    const isEnd = keyOf(foot) === keyOf(start) || keyOf(foot) === keyOf(end)
    return { foot, isEnd, far: distance(foot, point) }
  })
  const nearest = Math.min(...feet.map(({ far }) => far))
  // Nobody walks slantwise to the end of a walk beside which another lies.
  return feet
    .filter(({ far, isEnd }) => far <= nearest + (nearest < 0.5 || isEnd ? 1e-6 : FURTHER_M))
    .map(({ foot }) => foot)
}

type Neighbours = Map<string, Point[]>
function join(next: Neighbours, one: Point, other: Point): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const before = next.get(keyOf(from))
    if (before) before.push(to)
    else next.set(keyOf(from), [to])
  }
}

/** Which points of the walks are beside each other: ends, crossings and feet. */
function neighbours(pieces: readonly [Point, Point][], feet: readonly Point[]): Neighbours {
  const next: Neighbours = new Map()
  for (const piece of pieces) {
    const stops: Point[] = [...piece]
    for (const other of pieces) {
      const met = other === piece ? null : crossing(piece, other)
      if (met) stops.push(met)
    }
    for (const foot of feet) if (distance(nearestOn(piece[0], piece[1], foot), foot) < 1e-6) stops.push(foot)
    stops.sort((one, other) => distance(piece[0], one) - distance(piece[0], other))
    stops.slice(1).forEach((stop, nth) => {
      const before = stops[nth] as Point
      if (keyOf(before) !== keyOf(stop)) join(next, before, stop)
    })
  }
  return next
}

function takeCheapest(open: Step[]): Step | null {
  let best = 0
  for (let nth = 1; nth < open.length; nth += 1) if ((open[nth]?.cost ?? 0) < (open[best]?.cost ?? 0)) best = nth
  return open.splice(best, 1)[0] ?? null
}

function wayOf(last: Step): Way {
  const stops: Point[] = []
  for (let step: Step | null = last; step !== null; step = step.before) stops.unshift(step.at)
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
