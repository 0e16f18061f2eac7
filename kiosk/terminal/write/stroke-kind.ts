import { type Line, type Point, evenly, lengthOf } from './stroke-lines.ts'

/** The five kinds of GB/T 13000.1 笔顺: 横 (提), 竖 (竖钩), 撇, 点 (捺), 折. */
export const strokeKinds = ['heng', 'shu', 'pie', 'dian', 'zhe'] as const
export type StrokeKind = (typeof strokeKinds)[number]

const POINTS = 25
/** At both ends the brush is set down and lifted: that is no bend. */
const BRUSH = 2
/** On the square of 256: what is shorter is a dot or a short fall, whatever its ends do. */
const SHORT = 50
/** Up to here the ends belong to the direction. */
const UNTRIMMED = 90
/** Degrees between the ways before and after a bend that make 折. */
const BENT = 58
const HOOKED = 100
/** Parts of the line that are behind a bend, at least; a hook may be shorter. */
const PART = 0.17
/** 横撇 may begin with little, but it turns back. */
const BACK = 85
const BACK_PART = 0.11
const HOOK_PART = 0.08
const LONGEST_HOOK = 0.36
/** How far the body of 竖钩 may leave the straight line, beside its length; 弯钩 does so more. */
const STRAIGHT = 0.12

/** What a stroke is, from its line alone on the square of 256: its direction, its bend, its hook. */
export function strokeKind(line: Line): StrokeKind {
  const length = lengthOf(line)
  const points = evenly(line, POINTS).slice(BRUSH, POINTS - (length < SHORT ? BRUSH : 1))
  if (length < SHORT) return direction(points, length)
  const bends = bendsOf(points)
  const hook = bends.find(({ degrees, at }) => degrees > HOOKED && at >= (1 - LONGEST_HOOK) * points.length)
  if (hook) {
    const body = points.slice(0, hook.at + 1)
    // 竖钩 turns back to the left; 竖提 goes on to the right.
    const turnsLeft = way(points.slice(hook.at))[0] < 0
    return turnsLeft && !isBent(bendsOf(body)) && isUpright(body) && bulge(body) < STRAIGHT ? 'shu' : 'zhe'
  }
  return isBent(bends) ? 'zhe' : direction(length < UNTRIMMED ? line : points, length)
}

const isBent = (bends: readonly Bend[]): boolean =>
  bends.some(({ degrees, least }) => (degrees > BENT && least >= PART) || (degrees > BACK && least >= BACK_PART))

function direction(points: Line, length: number): StrokeKind {
  const [width, height] = way(points)
  if (width > 0 && (height < 0 || height < 0.42 * width)) return 'heng'
  if (width < 0 && height < 0) return 'pie'
  // 心 and 宀 begin with a dot that falls to the left, but steeply.
  if (length < SHORT && Math.abs(width) < 0.75 * height) return 'dian'
  if (width < -0.18 * height) return 'pie'
  return width < 0.45 * height ? 'shu' : 'dian'
}

const way = (points: Line): [width: number, height: number] => {
  const [from, to] = [points[0], points.at(-1)]
  return from && to ? [to.x - from.x, to.y - from.y] : [0, 0]
}
function isUpright(points: Line): boolean {
  const [width, height] = way(points)
  return height > 0 && Math.abs(width) < 0.22 * height
}

interface Bend {
  degrees: number
  at: number
  /** The shorter part of the line, of the whole. */
  least: number
}
/** At each point: how the way to it and the way on from it differ. */
function bendsOf(points: Line): Bend[] {
  return points.flatMap((_, at) => {
    const least = Math.min(at, points.length - 1 - at) / (points.length - 1)
    return least < HOOK_PART ? [] : [{ degrees: turn(way(points.slice(0, at + 1)), way(points.slice(at))), at, least }]
  })
}

function turn([x, y]: readonly [number, number], [nextX, nextY]: readonly [number, number]): number {
  const degrees = Math.abs(((Math.atan2(nextY, nextX) - Math.atan2(y, x)) * 180) / Math.PI)
  return degrees > 180 ? 360 - degrees : degrees
}

/** How far the line leaves the way from end to end, beside that way. */
function bulge(points: Line): number {
  const from: Point = points[0] ?? { x: 0, y: 0 }
  const [width, height] = way(points)
  const length = Math.hypot(width, height) || 1
  return Math.max(...points.map(({ x, y }) => Math.abs(width * (y - from.y) - height * (x - from.x)))) / length ** 2
}
