import type { HandPoint } from './hand-file.ts'

/** How far the thinner line may be from the full one, on the square of 256. */
const TOLERANCE = 2.5

/** A line with as few points as still show it (Ramer, Douglas and Peucker); its ends stay. */
export function thinOut(points: readonly HandPoint[], tolerance = TOLERANCE): HandPoint[] {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last || points.length < 3) return [...points]
  let [farthest, at] = [0, 0]
  for (let nth = 1; nth < points.length - 1; nth += 1) {
    const away = distance(points[nth] ?? first, first, last)
    if (away > farthest) [farthest, at] = [away, nth]
  }
  if (farthest <= tolerance) return [first, last]
  return [...thinOut(points.slice(0, at + 1), tolerance).slice(0, -1), ...thinOut(points.slice(at), tolerance)]
}

/** From a point to the line through two others; to the first, where they are the same. */
function distance([x, y]: HandPoint, [fromX, fromY]: HandPoint, [toX, toY]: HandPoint): number {
  const [width, height] = [toX - fromX, toY - fromY]
  const length = Math.hypot(width, height)
  if (length === 0) return Math.hypot(x - fromX, y - fromY)
  return Math.abs(width * (y - fromY) - height * (x - fromX)) / length
}
