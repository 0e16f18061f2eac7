import type { JSX } from 'preact'

export const layers = [
  { top: 76, wave: 34, colour: '#DDE5DF', seed: 1.3 },
  { top: 128, wave: 30, colour: '#BCD0CD', seed: 2.9 },
  { top: 176, wave: 26, colour: '#8FB2B5', seed: 4.4 },
] as const

/** The outline of a layer from edge to edge; the last step is as short as it must be, whatever the width. */
export function ridgeLine(
  { top, wave, seed }: { top: number; wave: number; seed: number },
  width: number,
  height: number,
): string {
  let path = `M0 ${height}`
  for (let x = 0; ; x = Math.min(width, x + 12)) {
    const y =
      top +
      wave * (Math.sin(x / 170 + seed) + 0.55 * Math.sin(x / 71 + seed * 2.1) + 0.25 * Math.sin(x / 29 + seed * 5))
    path += ` L${x} ${y.toFixed(1)}`
    if (x === width) return `${path} L${width} ${height}Z`
  }
}

/** The line of 大青山, the only ornament; from a fixed sum of waves, so that it is the same everywhere. */
export function Ridge({ width, height }: { width: number; height: number }): JSX.Element {
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        {layers.map(({ colour }, index) => (
          <linearGradient key={colour} id={`ridge${index}`} x1="0" x2="0" y1="0" y2="1">
            <stop offset="0" stop-color={colour} />
            <stop offset="1" stop-color="#F5F1E8" />
          </linearGradient>
        ))}
      </defs>
      {layers.map((layer, index) => (
        <path key={layer.colour} d={ridgeLine(layer, width, height)} fill={`url(#ridge${index})`} />
      ))}
    </svg>
  )
}
