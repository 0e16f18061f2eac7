import type { JSX } from 'preact'
import { linesOf } from './lines-of.ts'

const WIDTH = 984
const RING = 31
const MOST = 5

/** The way through a matter, drawn from its steps: numbered rings on a dotted line, at most five in a row. */
export function StepDrawing({ steps }: { steps: readonly { name: string; note: string | null }[] }): JSX.Element {
  const shown = steps.slice(0, MOST * 2)
  const perRow = shown.length <= MOST ? shown.length : Math.ceil(shown.length / 2)
  const rows = Math.ceil(shown.length / perRow)
  const each = WIDTH / perRow
  const wide = Math.floor((each - 16) / 36)
  const noteWide = Math.floor((each - 16) / 28)
  const height = 178
  const telling = steps
    .map(({ name, note }, nth) => `${nth + 1} ${name}${note === null ? '' : `（${note}）`}`)
    .join('，')
  return (
    <svg lang="zh-Hans" class="drawing" viewBox={`0 0 ${WIDTH} ${rows * height}`} role="img" aria-label={telling}>
      {shown.map(({ name, note }, nth) => {
        const [x, y] = [(nth % perRow) * each, Math.floor(nth / perRow) * height]
        const last = nth === shown.length - 1
        const names = linesOf(name, wide, 2)
        return (
          <g key={nth} transform={`translate(${x} ${y})`}>
            {!last && (
              <path
                d={`M${2 * RING + 16} ${RING + 2}H${each - 12}`}
                stroke="var(--qing-300)"
                stroke-width="5"
                stroke-dasharray="1 14"
                stroke-linecap="round"
              />
            )}
            <circle
              cx={RING + 2}
              cy={RING + 2}
              r={RING}
              fill="var(--paper)"
              stroke="var(--qing-600)"
              stroke-width="4"
            />
            <text
              class="num"
              x={RING + 2}
              y={RING + 15}
              text-anchor="middle"
              font-size="36"
              font-weight="600"
              fill="var(--qing-700)"
            >
              {nth + 1}
            </text>
            {names.map((line, row) => (
              <text key={line} y={104 + row * 40} font-size="36" font-weight="700" fill="var(--ink)">
                {line}
              </text>
            ))}
            {names.length === 1 &&
              note !== null &&
              linesOf(note, noteWide, 2).map((line, row) => (
                <text key={line} y={142 + row * 34} font-size="28" fill="var(--ink-2)">
                  {line}
                </text>
              ))}
            {names.length === 2 && note !== null && (
              <text y={178} font-size="28" fill="var(--ink-2)">
                {linesOf(note, noteWide, 1)[0]}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
