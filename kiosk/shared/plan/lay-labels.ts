import type { Point } from '../../../gateway/contract/plan.ts'

/** A rectangle of a drawing: left, top, width, height. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}
/** Words that want a place: tried one after the other, the nicest first. */
export interface Wish {
  key: string
  lines: readonly { text: string; size: number }[]
  /** Where the middle of the words may be. */
  middles: (width: number, height: number) => Point[]
  /** Must be told even where it has no place of its own. */
  must: boolean
}
export interface Laid extends Box {
  key: string
}

/** A line of Noto Sans SC from the top of its tallest sign to the foot of its lowest, in sizes, and the part of it below the foot of a letter. */
export const LINE = 1.45
export const BELOW = 0.29
const GAP = 4

/** About as wide as it will be drawn: Chinese signs are square, others a little more than half as wide. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? size : 0.62 * size), 0)

/**
 * Gives every wish the first place that is inside the drawing and covers neither a pin nor words that were laid before. What finds none is
 * left out; what must be told takes the place that covers least.
 */
export function layLabels(wishes: readonly Wish[], pins: readonly Box[], [width, height]: Point): Map<string, Laid> {
  const laid = new Map<string, Laid>()
  for (const { key, lines, middles, must } of wishes) {
    const own = {
      width: Math.max(...lines.map(({ text, size }) => widthOf(text, size))) + 2 * GAP,
      height: lines.reduce((sum, { size }) => sum + size * LINE, 0),
    }
    const tried = middles(own.width, own.height).map(([x, y]) => {
      const box = { key, x: x - own.width / 2, y: y - own.height / 2, ...own }
      const taken = [...pins, ...laid.values()].reduce((sum, other) => sum + shared(box, other), 0)
      const outside = own.width * own.height - shared(box, { x: 0, y: 0, width, height })
      return { box, covered: taken + outside }
    })
    const best =
      tried.find(({ covered }) => covered <= 0.5) ?? tried.toSorted((one, other) => one.covered - other.covered)[0]
    if (best && (best.covered <= 0.5 || must)) laid.set(key, best.box)
  }
  return laid
}

/** The area that two boxes have in common. */
function shared(one: Box, other: Box): number {
  const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const high = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return wide > 0 && high > 0 ? wide * high : 0
}

/** Below, above, to the right and to the left of a round pin. */
export const aroundPin =
  ([x, y]: Point, radius: number): Wish['middles'] =>
  (width, height) => [
    [x, y + radius + height / 2 + 2],
    [x, y - radius - height / 2 - 2],
    [x + radius + width / 2 + 2, y],
    [x - radius - width / 2 - 2, y],
  ]
