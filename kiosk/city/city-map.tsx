import type { JSX } from 'preact'
import type { CityHall } from '../../gateway/contract/city.ts'
import { toneOf } from './city-words.ts'
import { say } from './words.ts'

const [WIDTH, HEIGHT] = [540, 344]

/** Where the halls lie, each as large as its line is long. A hall without a place is not here. */
export function CityMap({ halls }: { halls: readonly CityHall[] }): JSX.Element {
  return (
    <svg class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-hidden="true">
      <path
        d="M44 96C96 40 176 26 262 30C352 22 436 44 492 96C524 150 520 236 496 300C430 336 330 336 250 330C170 338 84 336 42 306C18 236 20 150 44 96Z"
        class="land"
      />
      {halls.map((hall) => {
        if (hall.at === null) return null
        const [x, y] = [50 + hall.at.x * (WIDTH - 100), 30 + hall.at.y * (HEIGHT - 90)]
        const r = 11 + Math.min(18, Math.sqrt(hall.waiting) * 1.8)
        return (
          <g key={hall.id} class={`spot ${toneOf(hall)}`}>
            <circle cx={x} cy={y} r={r} />
            <text x={x} y={y + 5.5} class="num count">
              {hall.waiting}
            </text>
            <text x={x} y={y + r + 17}>
              {shortName(hall.name)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

const shortName = (name: string): string =>
  [...name.replace(say('service'), '').replace(say('branch'), '')].slice(0, 5).join('')
