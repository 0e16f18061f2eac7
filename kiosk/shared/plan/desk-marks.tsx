import type { JSX } from 'preact'
import type { FloorPlan, Point } from '../../../gateway/contract/plan.ts'
import type { Box } from './lay-labels.ts'
import { desksOf } from '../../../gateway/contract/ways/route.ts'

/** A counter as a cell of the drawing; `numbered`: it is large enough for its number to be read. */
export interface DeskCell extends Box {
  id: string
  zone: string
  numbered: boolean
  /** Size of the number, in units of the drawing. */
  size: number
}

/** VISUAL.md: nothing on a terminal is smaller. */
const SMALLEST = 28
const LARGEST = 40
/** A digit of Barlow against its size, and the room beside a number. */
const DIGIT = 0.58
const BESIDE = 8
const HIGHEST = 96
/** Share of its room that a cell takes; the rest is the gap. */
const SHARE = 0.88
const EDGE = 6

/** The counters of a zone along its side of desks. Numbers are all shown or none: a row with gaps reads as counters that are missing. */
export function deskCells(
  zone: FloorPlan['zones'][number],
  ids: readonly string[],
  at: (point: Point) => Point,
  scale: number,
): DeskCell[] {
  const [left, top] = at(zone.at)
  const [width, depth] = [zone.size[0] * scale, zone.size[1] * scale]
  const isRow = zone.desks === 'top' || zone.desks === 'bottom'
  const along = ((isRow ? width : depth) / Math.max(1, ids.length)) * SHARE
  const across = (isRow ? depth : width) / 2
  const digits = Math.max(1, ...ids.map(({ length }) => length))
  const [wide, high] = isRow ? [Math.min(along, 84), Math.min(HIGHEST, across)] : [Math.min(across, 84), along]
  const size = Math.min(LARGEST, (wide - BESIDE) / (digits * DIGIT), high / 1.3)
  const numbered = size >= SMALLEST
  return desksOf(zone, ids).map(({ id, at: desk }) => {
    const [x, y] = at(desk)
    if (!numbered) {
      const side = Math.min(34, along * 0.8)
      return { id, zone: zone.zone, numbered, size, x: x - side / 2, y: y - 7, width: side, height: 14 }
    }
    const cell = { id, zone: zone.zone, numbered, size, width: wide, height: high }
    switch (zone.desks) {
      case 'top':
        return { ...cell, x: x - wide / 2, y: top + EDGE }
      case 'bottom':
        return { ...cell, x: x - wide / 2, y: top + depth - EDGE - high }
      case 'left':
        return { ...cell, x: left + EDGE, y: y - high / 2 }
      case 'right':
        return { ...cell, x: left + width - EDGE - wide, y: y - high / 2 }
    }
  })
}

/** A counter of the drawing, with its number where there is room for it. */
export function Desk({
  cell: { id, x, y, width, height, numbered, size },
  isGoal,
  onTouch,
}: {
  cell: DeskCell
  isGoal: boolean
  onTouch: (() => void) | undefined
}): JSX.Element {
  const middle = x + width / 2
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the drawing is hidden from readers; buttons and digits below it lead to the same.
    <g class={`desk ${numbered ? 'numbered' : ''}`} onClick={onTouch}>
      {/* A finger is larger than a desk. */}
      <rect
        x={x - width * 0.2}
        y={y + height / 2 - Math.max(30, height / 2)}
        width={width * 1.4}
        height={Math.max(60, height)}
        fill="transparent"
      />
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={numbered ? 8 : 3}
        fill={isGoal ? 'var(--qing-600)' : numbered ? 'var(--sheet)' : 'var(--qing-300)'}
        stroke={numbered ? (isGoal ? 'var(--qing-600)' : 'var(--line-strong)') : 'none'}
        stroke-width="2"
      />
      {numbered && (
        <text
          class="num"
          x={middle}
          y={y + height / 2 + size * 0.36}
          font-size={size}
          font-weight="600"
          text-anchor="middle"
          fill={isGoal ? 'var(--sheet)' : 'var(--ink)'}
        >
          {id}
        </text>
      )}
    </g>
  )
}
