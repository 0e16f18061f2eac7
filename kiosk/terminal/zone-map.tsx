import type { JSX } from 'preact'
import type { TerminalView } from '../../gateway/contract/views.ts'
import { facts } from './hall-facts.ts'
import { say } from './words.ts'

const WIDTH = 920
const HEIGHT = 250

/** The zones of the terminal's floor in a row, where you stand, and the way. Another floor: the lift. */
export function ZoneMap({ here, target }: { here: TerminalView['terminal']; target: { floor: string; zone: string } }): JSX.Element {
  const floor = facts.value.floors.find(({ id }) => id === here.floor)
  const zones = floor?.zones ?? []
  const each = WIDTH / Math.max(1, zones.length)
  const middle = (zone: string): number =>
    each *
      Math.max(
        0,
        zones.findIndex(({ id }) => id === zone),
      ) +
    each / 2
  const sameFloor = target.floor === here.floor
  const stand = Math.min(WIDTH - 80, middle(here.zone) + (sameFloor && target.zone === here.zone ? each * 0.6 : 40))
  const goal = sameFloor ? middle(target.zone) : WIDTH - 70
  const otherFloor = facts.value.floors.find(({ id }) => id === target.floor)?.name ?? target.floor
  return (
    <svg class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sameFloor ? say('youAreHere') : say('otherFloor', { floor: otherFloor })}>
      <rect x="2" y="2" width={WIDTH - 4} height={HEIGHT - 4} fill="none" stroke="var(--line-strong)" stroke-width="4" />
      {zones.map(({ id, name }, index) => {
        const goalZone = sameFloor && id === target.zone
        return (
          <g key={id}>
            <rect x={index * each + 16} y="18" width={each - 32} height="64" rx="8" fill={goalZone ? 'var(--qing-600)' : 'var(--sunken)'} />
            <text
              x={index * each + each / 2}
              y="61"
              text-anchor="middle"
              font-size="30"
              font-weight={goalZone ? 700 : 400}
              fill={goalZone ? '#FFFDF8' : 'var(--ink-2)'}
            >
              {name}
            </text>
          </g>
        )
      })}
      {!sameFloor && (
        <g>
          <rect x={WIDTH - 300} y="168" width="284" height="64" rx="8" fill="var(--qing-600)" />
          <text x={WIDTH - 158} y="210" text-anchor="middle" font-size="30" font-weight="700" fill="#FFFDF8">
            {say('otherFloor', { floor: otherFloor })}
          </text>
        </g>
      )}
      <path
        d={sameFloor ? `M${stand} 180 C${stand} 130 ${goal} 150 ${goal} 96` : `M${Math.min(stand, WIDTH - 420)} 190 L${WIDTH - 316} 200`}
        fill="none"
        stroke="var(--qing-600)"
        stroke-width="6"
        stroke-dasharray="1 15"
        stroke-linecap="round"
      />
      <circle cx={sameFloor ? stand : Math.min(stand, WIDTH - 420)} cy="190" r="20" fill="none" stroke="var(--qing-300)" stroke-width="4" />
      <circle cx={sameFloor ? stand : Math.min(stand, WIDTH - 420)} cy="190" r="12" fill="var(--qing-600)" />
      <text x={(sameFloor ? stand : Math.min(stand, WIDTH - 420)) - 34} y="201" text-anchor="end" font-size="30" font-weight="700" fill="var(--ink)">
        {stand > 200 ? say('youAreHere') : ''}
      </text>
    </svg>
  )
}
