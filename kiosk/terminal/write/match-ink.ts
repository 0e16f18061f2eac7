import { alike, directionMap } from './direction-map.ts'
import { type HandModel, type KnownCharacter, STROKE_POINTS } from './hand-model.ts'
import { type Line, evenly, frameOf, inUnitSquare } from './stroke-lines.ts'

/** Strokes that are joined into one, or drawn as two, are so many at most. */
const FEWER = 2
const MORE = 8
/** A character of another number of strokes is a little less likely, for each stroke. */
const STROKE_COST = 0.006
/** A beginning is never as sure as a whole, and each stroke that is still to come makes it less so. */
const BEGINNING_COST = 0.05
const TO_COME_COST = 0.008
/** A mean distance of points on the square of 1 by 1, as the unlikeness that goes with it. */
const DISTANCE_COST = 1.6

export interface Match {
  character: string
  /** 0 = the same; what is above 0.6 is something else. */
  unlike: number
}

/**
 * The characters that this ink may be or begin, the likeliest first. The whole is compared by where its lines run, so joined strokes and
 * a wrong order do no harm; a beginning is compared stroke by stroke.
 */
export function matchInk(model: HandModel, ink: readonly Line[], most: number): Match[] {
  if (ink.length === 0) return []
  const map = directionMap(ink)
  const place = inUnitSquare(frameOf(ink))
  const drawn = ink.map((line) => evenly(line, STROKE_POINTS).map(place))
  return model
    .map((known) => ({
      character: known.character,
      unlike: Math.min(wholeCost(known, map, ink.length), beginningCost(known, drawn)),
    }))
    .sort((one, other) => one.unlike - other.unlike)
    .slice(0, most)
}

function wholeCost({ map, strokes }: KnownCharacter, drawn: Float32Array, count: number): number {
  const lacking = strokes.length - count
  if (lacking < -FEWER || lacking > MORE) return 1
  return 1 - alike(map, drawn) + Math.abs(lacking) * STROKE_COST
}

function beginningCost({ strokes }: KnownCharacter, drawn: readonly Line[]): number {
  const toCome = strokes.length - drawn.length
  if (toCome <= 0) return 1
  const begun = strokes.slice(0, drawn.length)
  const place = inUnitSquare(frameOf(begun))
  let sum = 0
  for (let nth = 0; nth < begun.length; nth += 1)
    for (let at = 0; at < STROKE_POINTS; at += 1) {
      const [known, point] = [begun[nth]?.[at], drawn[nth]?.[at]]
      if (!known || !point) continue
      const there = place(known)
      sum += Math.hypot(there.x - point.x, there.y - point.y)
    }
  return BEGINNING_COST + toCome * TO_COME_COST + (sum / (begun.length * STROKE_POINTS)) * DISTANCE_COST
}
