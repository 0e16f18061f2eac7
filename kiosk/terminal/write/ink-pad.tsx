import { useSignal } from '@preact/signals'
import type { JSX, TargetedPointerEvent } from 'preact'
import type { Line, Point } from './stroke-lines.ts'
import { say } from './words.ts'

interface Props {
  ink: readonly Line[]
  onLine: (line: Line) => void
  /** In pixels of the panel. */
  width: number
  height: number
}

/** A finger that rests draws no point. */
const LEAST_STEP = 3
const DOT = 1

/** The whole pad takes ink; 米字格 in its middle shows where a character sits. A line is told when the finger is lifted. */
export function InkPad({ ink, onLine, width, height }: Props): JSX.Element {
  const line = useSignal<Point[]>([])
  const finger = line.value.at(-1) ?? null
  const pointOf = (event: TargetedPointerEvent<SVGSVGElement>): Point => {
    // The stage is drawn at its own size and then scaled.
    const box = event.currentTarget.getBoundingClientRect()
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    }
  }
  const begin = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    if (!event.isPrimary) return
    event.currentTarget.setPointerCapture(event.pointerId)
    line.value = [pointOf(event)]
  }
  const go = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    const last = line.value.at(-1)
    if (!last || !event.isPrimary) return
    const to = pointOf(event)
    if (Math.hypot(to.x - last.x, to.y - last.y) >= LEAST_STEP) line.value = [...line.value, to]
  }
  const end = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    const [first] = line.value
    if (!first || !event.isPrimary) return
    // A touch without a way is a dot, as it is written: a little down to the right.
    onLine(line.value.length > 1 ? line.value : [first, { x: first.x + DOT, y: first.y + DOT }])
    line.value = []
  }
  const box = Math.min(width, height) - 34
  const [left, top] = [(width - box) / 2, (height - box) / 2]
  return (
    <svg
      class="ink-pad"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say('padLabel', { count: ink.length })}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={() => void (line.value = [])}
    >
      <g class="ink-guide" fill="none">
        <path d={`M${left} ${top + box / 2}h${box}M${left + box / 2} ${top}v${box}`} />
        <path d={`M${left} ${top}l${box} ${box}M${left + box} ${top}l${-box} ${box}`} />
        <rect x={left} y={top} width={box} height={box} />
      </g>
      {[...ink, line.value].map((one, nth) => (
        <polyline class="ink" key={nth} points={one.map(({ x, y }) => `${x},${y}`).join(' ')} />
      ))}
      {finger && <circle class="ink-finger" cx={finger.x} cy={finger.y} r="32" />}
    </svg>
  )
}
