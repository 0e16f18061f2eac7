import type { JSX } from 'preact'
import type { FloorPlan, PlaceKind, Point } from '../../../gateway/contract/plan.ts'
import { BELOW, type Box, LINE, type Wish } from './lay-labels.ts'

export type ZonePlan = FloorPlan['zones'][number]
/** Radius of a pin, in units of the drawing. */
export const PIN = 20
/** A pin with its edge. */
export const pinBox = ([x, y]: Point): Box => ({
  x: x - PIN - 2,
  y: y - PIN - 2,
  width: 2 * PIN + 4,
  height: 2 * PIN + 4,
})
const GOAL_HIGH = 58
/** Near the upper edge the pin of the goal is smaller, so that nothing of it is cut. */
const goalScale = (y: number): number => Math.min(1, Math.max(0.6, y / GOAL_HIGH))
/** The pin of the goal stands on its point. */
export const goalBox = ([x, y]: Point): Box => {
  const scale = goalScale(y)
  return { x: x - 22 * scale, y: y - 56 * scale, width: 44 * scale, height: 62 * scale }
}

interface Touchable {
  onTouch: (() => void) | undefined
}

/** A zone as a field that can be touched. */
export function Zone({
  zone,
  at,
  scale,
  goal,
  onTouch,
}: Touchable & { zone: ZonePlan; at: (point: Point) => Point; scale: number; goal: boolean }): JSX.Element {
  const [x, y] = at(zone.at)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the drawing is hidden from readers; buttons and digits below it lead to the same.
    <rect
      class="zone"
      x={x}
      y={y}
      width={zone.size[0] * scale}
      height={zone.size[1] * scale}
      rx="10"
      fill={goal ? 'var(--qing-100)' : 'var(--sunken)'}
      stroke={goal ? 'var(--qing-600)' : 'none'}
      stroke-width="4"
      onClick={onTouch}
    />
  )
}

/** What stands beside a mark, where there is room for it; null = there is none. */
export function Words({ wish, box, strong }: { wish: Wish; box: Box | null; strong: boolean }): JSX.Element | null {
  if (box === null) return null
  let down = box.y
  return (
    <g
      class="words"
      text-anchor="middle"
      fill={strong ? 'var(--qing-700)' : 'var(--ink-2)'}
      font-weight={strong ? 700 : 400}
      paint-order="stroke"
      stroke="var(--sheet)"
      stroke-width="6"
      pointer-events="none"
    >
      {wish.lines.map(({ text, size }) => {
        down += size * LINE
        return (
          <text key={text} x={box.x + box.width / 2} y={down - size * BELOW} font-size={size}>
            {text}
          </text>
        )
      })}
    </g>
  )
}

/** Signs that are read without words; the word stands beside. */
const signs: Record<PlaceKind, string> = {
  entrance: 'M-8 9V-9H3V9M3 -6 9 -9V9L3 6M-12 9H12',
  help: 'M-4 -4c.3-5.5 8.500-5.500 8.200.3-.1 3-4.200 3.400-4.200 7M0 9v.5',
  lift: 'M-9 -10H9V10H-9ZM-3.500 -2 0 -6 3.500 -2M-3.500 3 0 7 3.500 3',
  escalator: 'M-11 8H-5L5 -4H11M5 -9 9 -9',
  stairs: 'M-10 9H-5V4H0V-1H5V-6H10',
  toilet: 'M-6 -8h.1M6 -8h.1M-9 -3H-3V9M-9 -3V3H-7V9M3 -3 1 4H4V9H8V4H11L9 -3Z',
  'accessible-toilet': 'M0 -9h.1M0 -5V1H6L9 8M0 -2H5M-3 -1A6 6 0 1 0 5 6',
  water: 'M0 -9C5 -3 7 0 7 3A7 7 0 0 1 -7 3C-7 0 -5 -3 0 -9Z',
  copy: 'M-8 -8H4V4H-8ZM-3 -3H9V9H-3Z',
  mother: 'M-3 -7h.1M-3 -3C-9 -3 -8 9 -3 9C2 9 9 9 9 3C9 -1 3 -1 3 3',
}

/** The same sign on a button, beside its word. */
export const PlaceSign = ({ kind, size }: { kind: PlaceKind; size: number }): JSX.Element => (
  <svg
    width={size}
    height={size}
    viewBox="-14 -14 28 28"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={signs[kind]} />
  </svg>
)

/** Lift, toilet, desk …: a sign on a pin. */
export function Place({
  kind,
  at: [x, y],
  goal,
  onTouch,
}: Touchable & { kind: PlaceKind; at: Point; goal: boolean }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the drawing is hidden from readers; buttons and digits below it lead to the same.
    <g class="pin" transform={`translate(${x} ${y})`} onClick={onTouch}>
      <circle r="36" fill="transparent" />
      <circle r={PIN} fill={goal ? 'var(--qing-600)' : 'var(--paper)'} stroke="var(--qing-600)" stroke-width="3" />
      <path
        d={signs[kind]}
        fill="none"
        stroke={goal ? 'var(--sheet)' : 'var(--qing-700)'}
        stroke-width="2.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </g>
  )
}

/** The pin at the end of the way. */
export function Goal({ at: [x, y] }: { at: Point }): JSX.Element {
  return (
    <g class="goal-pin" transform={`translate(${x} ${y}) scale(${goalScale(y)})`} pointer-events="none">
      <path
        d="M0 4C-14 -14 -20 -24 -20 -34A20 20 0 0 1 20 -34C20 -24 14 -14 0 4Z"
        fill="var(--qing-600)"
        stroke="var(--sheet)"
        stroke-width="3"
      />
      <circle cy="-34" r="7" fill="var(--sheet)" />
    </g>
  )
}

/** Where one stands. */
export const Here = ({ at: [x, y] }: { at: Point }): JSX.Element => (
  <g class="pin" transform={`translate(${x} ${y})`} pointer-events="none">
    <circle r={PIN} fill="var(--sheet)" stroke="var(--ink)" stroke-width="5" />
    <circle r="10" fill="var(--ink)" />
  </g>
)
