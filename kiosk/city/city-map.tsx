import type { JSX } from 'preact'
import type { CityHall } from '../../gateway/contract/city.ts'
import { toneOf } from './city-words.ts'
import { say } from './words.ts'

const [WIDTH, HEIGHT] = [540, 344]

/** Where the halls lie, each as large as its line is long. A hall without a place is not here. */
export function CityMap({ halls }: { halls: readonly CityHall[] }): JSX.Element {
  const spots = halls.flatMap((hall) => spotOf(hall) ?? [])
  return (
    <svg class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-hidden="true">
      <path
        d="M44 96C96 40 176 26 262 30C352 22 436 44 492 96C524 150 520 236 496 300C430 336 330 336 250 330C170 338 84 336 42 306C18 236 20 150 44 96Z"
        class="land"
      />
      {spots.map((spot) => (
        <g key={spot.hall.id} class={`spot ${toneOf(spot.hall)}`}>
          <circle cx={spot.x} cy={spot.y} r={spot.r} />
          <text x={spot.x} y={spot.y + 5.5} class="num count">
            {spot.hall.waiting}
          </text>
          <text x={spot.x} y={hasBelow(spot, spots) ? spot.y - spot.r - 7 : spot.y + spot.r + 17}>
            {shortName(spot.hall.name)}
          </text>
        </g>
      ))}
    </svg>
  )
}

interface Spot {
  hall: CityHall
  x: number
  y: number
  r: number
}
function spotOf(hall: CityHall): Spot | null {
  if (hall.at === null) return null
  const [x, y] = [50 + hall.at.x * (WIDTH - 100), 30 + hall.at.y * (HEIGHT - 90)]
  return { hall, x, y, r: 11 + Math.min(18, Math.sqrt(hall.waiting) * 1.8) }
}
/** Where a name would stand lies another hall. */
const hasBelow = ({ hall, x, y, r }: Spot, spots: readonly Spot[]): boolean =>
  spots.some(
    (other) =>
      other.hall.id !== hall.id &&
      Math.abs(other.x - x) < 30 + other.r &&
      other.y > y &&
      other.y - other.r < y + r + 20,
  )

const SHORT = 7
const shortName = (name: string): string =>
  [...name.replace(say('service'), '').replace(say('branch'), '')].slice(0, SHORT).join('')
