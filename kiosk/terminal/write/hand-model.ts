import type { HandCharacter } from '../../../gateway/catalogue/hand/hand-file.ts'
import { FEATURES, directionMap } from './direction-map.ts'
import { type Line, type Point, evenly } from './stroke-lines.ts'
import { type StrokeKind, strokeKind } from './stroke-kind.ts'

/** Points by which one stroke is compared with another. */
export const STROKE_POINTS = 8

export interface KnownCharacter {
  character: string
  /** Each stroke with STROKE_POINTS points, on the square of 256. */
  strokes: readonly (readonly Point[])[]
  kinds: readonly StrokeKind[]
  /** The whole character as a direction map. */
  map: Float32Array
}
export type HandModel = readonly KnownCharacter[]

/** What the page compares with, made once from the hall's file. */
export function handModel(characters: readonly HandCharacter[]): HandModel {
  return characters.map(({ character, strokes }) => {
    const lines: Line[] = strokes.map((points) => points.map(([x, y]) => ({ x, y })))
    return {
      character,
      strokes: lines.map((line) => evenly(line, STROKE_POINTS)),
      kinds: lines.map(strokeKind),
      map: directionMap(lines, new Float32Array(FEATURES)),
    }
  })
}
