import type { JSX } from 'preact'

const TEETH = 9
const PAPER = { left: 40, width: 162, top: 50, height: 138 }

/** Paper with a torn edge. */
const torn = (): string => {
  const { left, width, top, height } = PAPER
  const step = width / (2 * TEETH)
  const teeth = Array.from(
    { length: 2 * TEETH },
    (_, nth) => `L${(left + width - (nth + 1) * step).toFixed(1)} ${top + height - (nth % 2 === 0 ? 10 : 0)}`,
  )
  return `M${left} ${top}H${left + width}V${top + height}${teeth.join('')}Z`
}

/** The slip as it comes out of its slot; `moving`: it is on its way. */
export function SlipDrawing({ number, moving }: { number: string; moving: boolean }): JSX.Element {
  return (
    <svg class={`slot ${moving ? 'moving' : ''}`} viewBox="0 0 242 196" aria-hidden="true">
      <rect width="242" height="72" rx="14" fill="var(--qing-600)" />
      <rect x="24" y="42" width="194" height="12" rx="6" fill="var(--qing-900)" />
      <svg x="0" y="50" width="242" height="146" viewBox="0 50 242 146" overflow="hidden" aria-hidden="true">
        <g class="paper">
          <path d={torn()} fill="var(--sheet)" stroke="var(--line-strong)" stroke-width="2" stroke-linejoin="round" />
          <text
            class="num"
            x={PAPER.left + PAPER.width / 2}
            y="116"
            font-size={number.length > 4 ? 44 : 54}
            font-weight="600"
            text-anchor="middle"
            fill="var(--ink)"
          >
            {number}
          </text>
          <path d="M62 136H180M62 152H180M62 168H136" stroke="var(--line-strong)" stroke-width="5" />
        </g>
      </svg>
    </svg>
  )
}
