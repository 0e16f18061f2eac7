import type { JSX } from 'preact'
import type { BoardView } from '../../../gateway/contract/board.ts'
import { minuteAt } from '../../../gateway/contract/hall-time.ts'
import type { UsualDayView } from '../../../gateway/contract/reports.ts'
import { say } from './words.ts'

const STEP_MINUTES = 10
const HALF = 30

export interface CurveLook {
  width: number
  height: number
  /** Of its words, px. */
  type: number
  line: number
}

interface CurveProps {
  view: BoardView
  usual: UsualDayView | null
  /** Epoch ms. */
  now: number
  look: CurveLook
}

/** Round steps of people: 1, 2, 5, 10, 20, 50 … four at most. */
export function stepOf(most: number): number {
  for (let tens = 1; ; tens *= 10) for (const one of [1, 2, 5]) if (most / (one * tens) <= 4) return one * tens
}

/** People in line today over those of the last weeks: what is above the band is more than usual. */
export function DayCurve({ view, usual, now, look }: CurveProps): JSX.Element {
  const { timeZone } = view.hall
  const minute = minuteAt(now, timeZone)
  const today = [
    ...view.curve.map(([at, people]) => ({ minute: minuteAt(at, timeZone) + STEP_MINUTES / 2, people })),
    { minute, people: view.waiting },
  ]
  const halves = usual?.hall ?? []
  const from = Math.floor(Math.min(view.hours.from, today[0]?.minute ?? minute) / 60) * 60
  const to = Math.ceil(Math.max(view.hours.to, minute) / 60) * 60
  const most = Math.max(4, ...today.map(({ people }) => people), ...halves.map(({ waiting }) => waiting.high))
  const step = stepOf(most * 1.12)
  const top = step * Math.ceil((most * 1.12) / step)
  const { width, height, type } = look
  const box = { left: type * 2.6, right: width - type * 1.2, top: type, bottom: height - type * 2 }
  const x = (at: number): number => box.left + ((at - from) / (to - from)) * (box.right - box.left)
  const y = (people: number): number => box.bottom - (people / top) * (box.bottom - box.top)
  const points = (list: readonly (readonly [number, number])[]): string =>
    list.map(([at, people]) => `${x(at).toFixed(1)},${y(people).toFixed(1)}`).join(' ')
  const middles = halves
    .map(({ half, waiting }) => ({ at: half * HALF + HALF / 2, ...waiting }))
    .filter(({ at }) => at >= from && at <= to)
  const hours = Array.from({ length: (to - from) / 60 + 1 }, (_, nth) => from + nth * 60)
  const each = Math.ceil(((hours.length + 1) * type * 3.4) / (box.right - box.left))
  const isRight = x(minute) > box.right - type * 6
  return (
    <svg
      class="day-curve"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say('curve.says')}
      style={{ '--type': `${type}px`, '--line': String(look.line) }}
    >
      {Array.from({ length: Math.round(top / step) + 1 }, (_, nth) => nth * step).map((people) => (
        <g key={people}>
          <path d={`M${box.left} ${y(people)}H${box.right}`} class="curve-grid" />
          <text x={box.left - type * 0.6} y={y(people) + type * 0.35} text-anchor="end" class="curve-axis">
            {people}
          </text>
        </g>
      ))}
      {hours.map((at, nth) =>
        nth % each === 0 ? (
          <text key={at} x={x(at)} y={height - type * 0.5} text-anchor="middle" class="curve-axis">
            {`${at / 60}:00`}
          </text>
        ) : null,
      )}
      {middles.length > 1 && (
        <polygon
          class="curve-band"
          points={points([
            ...middles.map(({ at, high }) => [at, high] as const),
            ...middles.toReversed().map(({ at, low }) => [at, low] as const),
          ])}
        />
      )}
      <path d={`M${x(minute)} ${box.top}V${box.bottom}`} class="curve-now" />
      <polyline class="curve-line" points={points(today.map((one) => [one.minute, one.people]))} />
      <circle cx={x(minute)} cy={y(view.waiting)} r={look.line * 2} class="curve-dot" />
      <text
        x={x(minute) + (isRight ? -1 : 1) * type}
        y={Math.max(box.top + type, y(view.waiting) - type * 0.6)}
        text-anchor={isRight ? 'end' : 'start'}
        class="curve-people"
      >
        {say('curve.now', { people: view.waiting })}
      </text>
    </svg>
  )
}

/** How many more (fewer: negative) stand in line than in the middle of the usual days at this half hour; null = nothing is known of them. */
export function beyondUsual(view: BoardView, usual: UsualDayView | null, now: number): number | null {
  const half = Math.floor(minuteAt(now, view.hall.timeZone) / HALF)
  const known = usual?.hall.find((one) => one.half === half)
  if (!usual || usual.hall.length === 0) return null
  return Math.round(view.waiting - (known?.waiting.middle ?? 0))
}

/** `short`: where there is little room. */
export function beyondWords(beyond: number, short = false): string {
  // Fewer than three are chance.
  if (Math.abs(beyond) < 3) return say(short ? 'compared.sameShort' : 'compared.same')
  const people = Math.abs(beyond)
  if (beyond > 0) return say(short ? 'compared.moreShort' : 'compared.more', { people })
  return say(short ? 'compared.fewerShort' : 'compared.fewer', { people })
}
