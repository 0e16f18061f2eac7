/** A point of the pad or of a character, in any unit; y goes down. */
export interface Point {
  x: number
  y: number
}
export type Line = readonly Point[]

export const lengthOf = (line: Line): number =>
  line.reduce((sum, { x, y }, nth) => {
    const before = line[nth - 1]
    return before ? sum + Math.hypot(x - before.x, y - before.y) : 0
  }, 0)

/** As many points as wanted, at equal distances along the line. A dot gives the same point again. */
export function evenly(line: Line, count: number): Point[] {
  const [first] = line
  if (!first) return []
  const step = lengthOf(line) / (count - 1)
  const points: Point[] = [first]
  if (step === 0) return Array.from({ length: count }, () => first)
  let [from, gone] = [first, 0]
  for (let nth = 1; nth < line.length; nth += 1) {
    const to = line[nth] ?? first
    let left = Math.hypot(to.x - from.x, to.y - from.y)
    while (gone + left >= step && points.length < count - 1) {
      const part = (step - gone) / left
      from = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
      points.push(from)
      left = Math.hypot(to.x - from.x, to.y - from.y)
      gone = 0
    }
    gone += left
    from = to
  }
  const last = line.at(-1) ?? first
  while (points.length < count) points.push(last)
  return points
}

export interface Frame {
  left: number
  top: number
  width: number
  height: number
}

export function frameOf(lines: readonly Line[]): Frame {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const line of lines)
    for (const { x, y } of line) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  return { left, top, width: right - left, height: bottom - top }
}

/**
 * Into the square of 1 by 1, whatever its size on the pad. A flat or a narrow character stays so, but less: √sin of its proportion (Liu and
 * others, aspect ratio adaptive normalisation), so that 一 is no square and a squeezed hand does no harm.
 */
export function inUnitSquare(frame: Frame): (point: Point) => Point {
  const [long, short] = [Math.max(frame.width, frame.height, 1e-6), Math.min(frame.width, frame.height)]
  const share = Math.sqrt(Math.sin((Math.PI / 2) * (short / long)))
  const [wide, high] = frame.width >= frame.height ? [1, share] : [share, 1]
  const [across, down] = [wide / Math.max(frame.width, 1e-6), high / Math.max(frame.height, 1e-6)]
  return ({ x, y }) => ({
    x: (x - frame.left) * across + (1 - wide) / 2,
    y: (y - frame.top) * down + (1 - high) / 2,
  })
}
