import { counterRanges } from '../../../gateway/contract/counter-ranges.ts'
import type { JSX } from 'preact'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import type { Route } from '../../../gateway/contract/ways/route.ts'
import { wayWords } from '../../../gateway/contract/ways/way-words.ts'
import { placeName } from '../hall-facts.ts'
import { say } from '../words.ts'
import { floorName } from './way-drawing.tsx'

/** An old person with a bag: metres in a minute. */
const PACE_M = 45

/** The way in words, for whoever reads no drawing: turns, the lift, and where it ends. */
export function WayList({
  route,
  target,
}: {
  route: Route & { counters: readonly string[] }
  target: QueueView['where'][number]
}): JSX.Element {
  const metres = route.legs.reduce((sum, { way }) => sum + way.metres, 0)
  const steps = route.legs.flatMap(({ way, by }) => [
    ...wayWords(way.points).map((piece) => say(`way_${piece.turn}`, { metres: piece.metres })),
    ...(by ? [say('goUp', { by: by.name, floor: floorName(target.floor) })] : []),
  ])
  return (
    <section class="way-list">
      <ol>
        {steps.map((step, nth) => (
          <li key={nth}>{step}</li>
        ))}
        <li class="there">
          {say('wayThere', {
            place: `${placeName(target.floor, target.zone)} ${say('counters', { range: counterRanges(route.counters) })}`,
          })}
        </li>
      </ol>
      <p>{say('wayTotal', { metres: Math.round(metres / 5) * 5, minutes: Math.max(1, Math.ceil(metres / PACE_M)) })}</p>
    </section>
  )
}
