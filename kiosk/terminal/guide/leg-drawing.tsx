import type { JSX } from 'preact'
import type { Leg } from '../../../gateway/catalogue/guide/joint-guide.ts'
import { say } from '../words.ts'
import { limitWords } from './limit-words.ts'
import { linesOf } from './lines-of.ts'

const WIDTH = 984
const EACH = 140
const BOX = { left: 236, width: 512, height: 124 }

/** Several matters at once (并联审批): handed in at one counter, decided side by side, handed out together. */
export function LegDrawing({
  legs,
  departmentOf,
}: {
  legs: readonly Leg[]
  departmentOf: (id: string) => string
}): JSX.Element {
  const height = Math.max(2, legs.length) * EACH
  const middle = height / 2
  const end = (x: number, word: string): JSX.Element => (
    <g>
      <rect x={x} y={middle - 76} width="168" height="152" rx="16" fill="var(--qing-600)" />
      {linesOf(word, 4, 2).map((line, nth, all) => (
        <text
          key={line}
          x={x + 84}
          y={middle + 13 + (nth - (all.length - 1) / 2) * 46}
          text-anchor="middle"
          font-size="36"
          font-weight="700"
          fill="#FFFDF8"
        >
          {line}
        </text>
      ))}
    </g>
  )
  const telling = `${say('handIn')}，${legs.map(({ name }) => name).join('，')}，${say('handOut')}`
  return (
    <svg class="drawing" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={telling}>
      {legs.map((leg, nth) => {
        const y = nth * EACH + EACH / 2 + (legs.length === 1 ? EACH / 2 : 0)
        const right = BOX.left + BOX.width
        const names = linesOf(leg.name, 15, 3)
        const lines =
          names.length > 2
            ? names
            : [
                ...names,
                linesOf(
                  `${departmentOf(leg.department)} · ${limitWords(leg.limit?.days, leg.limit?.unit ?? '工作日', leg.limitNote)}`,
                  17,
                  1,
                )[0] ?? '',
              ]
        const first = y + 10 - ((lines.length - 1) / 2) * 37
        return (
          <g key={leg.matterId}>
            <path
              d={`M168 ${middle} C204 ${middle} 200 ${y} ${BOX.left} ${y} M${right} ${y} C${right + 36} ${y} ${right + 32} ${middle} ${WIDTH - 168} ${middle}`}
              fill="none"
              stroke="var(--qing-300)"
              stroke-width="4"
            />
            <rect
              x={BOX.left}
              y={y - BOX.height / 2}
              width={BOX.width}
              height={BOX.height}
              rx="16"
              fill="var(--sheet)"
              stroke="var(--line-strong)"
              stroke-width="3"
            />
            {lines.map((line, row) => (
              <text
                key={line}
                x={BOX.left + 22}
                y={first + row * 37}
                font-size={row < names.length ? 30 : 28}
                font-weight={row < names.length ? 700 : 400}
                fill={row < names.length ? 'var(--ink)' : 'var(--ink-2)'}
              >
                {line}
              </text>
            ))}
          </g>
        )
      })}
      {end(0, say('handIn'))}
      {end(WIDTH - 168, say('handOut'))}
    </svg>
  )
}
