import { type Line, frameOf, inUnitSquare } from './stroke-lines.ts'

const CELLS = 8
const DIRECTIONS = 8
export const FEATURES = CELLS * CELLS * DIRECTIONS
/** Pieces of a line are counted each so long, on the square of 1 by 1. */
const PIECE = 1 / 32
/** What the pen does between strokes counts a little: whoever joins two strokes draws it. */
const IN_THE_AIR = 0.2

/**
 * Where on the square lines run in which of eight directions: what a character looks like, whatever the order and number of its strokes.
 * The length of the vector is 1, so the product of two tells how alike they are. Lines in any unit.
 */
export function directionMap(lines: readonly Line[], into = new Float32Array(FEATURES)): Float32Array {
  into.fill(0)
  const place = inUnitSquare(frameOf(lines))
  let before: { x: number; y: number } | null = null
  for (const line of lines) {
    const points = line.map(place)
    const [first] = points
    if (before && first) run(into, before, first, IN_THE_AIR)
    points.forEach((to, nth) => {
      const from = points[nth - 1]
      if (from) run(into, from, to, 1)
    })
    before = points.at(-1) ?? before
  }
  soften(into)
  let sum = 0
  // The root of a count: one long stroke must not outweigh ten short ones.
  for (let nth = 0; nth < FEATURES; nth += 1) sum += into[nth] ?? 0
  const whole = Math.sqrt(sum) || 1
  for (let nth = 0; nth < FEATURES; nth += 1) into[nth] = Math.sqrt(into[nth] ?? 0) / whole
  return into
}

export function alike(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let nth = 0; nth < FEATURES; nth += 1) sum += (one[nth] ?? 0) * (other[nth] ?? 0)
  return sum
}

function run(into: Float32Array, from: { x: number; y: number }, to: { x: number; y: number }, weight: number): void {
  const [width, height] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(width, height)
  if (length === 0) return
  const turn = ((Math.atan2(height, width) / (2 * Math.PI)) * DIRECTIONS + DIRECTIONS) % DIRECTIONS
  const [lower, share] = [Math.floor(turn), turn - Math.floor(turn)]
  const upper = (lower + 1) % DIRECTIONS
  const pieces = Math.max(1, Math.round(length / PIECE))
  const each = (weight * length) / pieces
  for (let nth = 0; nth < pieces; nth += 1) {
    const at = (nth + 0.5) / pieces
    spread(into, from.x + width * at, from.y + height * at, lower % DIRECTIONS, each * (1 - share))
    if (share > 0) spread(into, from.x + width * at, from.y + height * at, upper, each * share)
  }
}

/** To the four cells around it. */
function spread(into: Float32Array, x: number, y: number, direction: number, weight: number): void {
  const column = Math.min(CELLS - 1, Math.max(0, x * CELLS - 0.5))
  const row = Math.min(CELLS - 1, Math.max(0, y * CELLS - 0.5))
  const [left, top] = [Math.floor(column), Math.floor(row)]
  const [right, low] = [Math.min(CELLS - 1, left + 1), Math.min(CELLS - 1, top + 1)]
  const [across, down] = [column - left, row - top]
  add(into, left, top, direction, weight * (1 - across) * (1 - down))
  add(into, right, top, direction, weight * across * (1 - down))
  add(into, left, low, direction, weight * (1 - across) * down)
  add(into, right, low, direction, weight * across * down)
}
function add(into: Float32Array, column: number, row: number, direction: number, weight: number): void {
  const at = (row * CELLS + column) * DIRECTIONS + direction
  into[at] = (into[at] ?? 0) + weight
}

const ROW = CELLS * DIRECTIONS
/** Each cell takes a part of its neighbours, so that a small shift changes little. */
function soften(into: Float32Array): void {
  for (const step of [DIRECTIONS, ROW])
    for (let line = 0; line < FEATURES / CELLS; line += 1) {
      const from = step === ROW ? line : Math.floor(line / DIRECTIONS) * ROW + (line % DIRECTIONS)
      let before = 0
      for (let nth = 0; nth < CELLS; nth += 1) {
        const at = from + nth * step
        const here = into[at] ?? 0
        const after = nth + 1 < CELLS ? (into[at + step] ?? 0) : 0
        into[at] = (before + 2 * here + after) / 4
        before = here
      }
    }
}
