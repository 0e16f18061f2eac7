import type { JSX } from 'preact'
import { counterRanges } from '../../../gateway/contract/counter-ranges.ts'
import { type Route, routeMetres } from '../../../gateway/contract/ways/route.ts'
import { wayLength, waySentence } from '../../shared/plan/way-sentence.ts'
import { wayWords } from '../../../gateway/contract/ways/way-words.ts'
import { say } from '../words.ts'
import type { Sought } from './sought.ts'
import { floorName, zoneName } from './way-drawing.tsx'

/** A way over two floors has more words than fit in two lines. */
const LONG = 26

/** Where one wants to go, large, and how to get there in one sentence. */
export function TargetCard({
  sought,
  route,
  typed,
}: {
  sought: Sought | null
  route: Route | null
  typed: string | null
}): JSX.Element {
  if (sought === null)
    return (
      <p class="card target ask" role="status">
        <b>{typed ? say('planNoCounter', { counter: typed }) : say('planAsk')}</b>
        <span>{typed === null ? say('planAskHint') : say('planTypeHint')}</span>
      </p>
    )
  const [counter] = sought.counters
  const isCounter = sought.counters.length === 1 && counter !== undefined
  const sentence = route ? waySentence({ route, goal: sought.desk, floorName, door: null }) : say('noWay')
  return (
    <p class={`card target ${sentence.length > LONG ? 'long' : ''}`} role="status">
      <span class="whither">
        {isCounter ? (
          <b class="counter">
            <i class={`num ${counter.length > 2 ? 'three' : ''}`}>{counter}</i>
            {say('planCounterUnit')}
          </b>
        ) : (
          <b>{sought.name}</b>
        )}
        <small>{placeWords(sought)}</small>
      </span>
      {route && <TurnArrow route={route} />}
      <span class="how-to">
        {sentence}
        {route && <small>{wayLength(routeMetres(route))}</small>}
      </span>
    </p>
  )
}

/** 5 楼 B 区; of a whole zone its counters. */
function placeWords({ floor, zone, counters }: Sought): string {
  const where = floorName(floor)
  if (zone === null) return where
  return counters.length === 1
    ? `${where} ${zoneName(floor, zone)}`
    : `${where} ${say('counters', { range: counterRanges(counters) })}`
}

const arrows = {
  up: 'M12 20V4M6 10 12 4l6 6',
  down: 'M12 4v16M6 14l6 6 6-6',
  right: 'M5 20V13a4 4 0 0 1 4-4h11M14 3l6 6-6 6',
  left: 'M19 20V13a4 4 0 0 0-4-4H4M10 3 4 9l6 6',
}

/** The first step as a drawing. */
function TurnArrow({ route }: { route: Route }): JSX.Element | null {
  const [first] = route.legs[0] ? wayWords(route.legs[0].way.points) : []
  if (!first) return null
  const drawn = (): string => {
    switch (first.turn) {
      case 'right':
      case 'right-on-plan':
        return arrows.right
      case 'left':
      case 'left-on-plan':
        return arrows.left
      case 'down':
        return arrows.down
      case 'up':
      case 'straight':
        return arrows.up
    }
  }
  return (
    <svg
      width="84"
      height="84"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      aria-hidden="true"
    >
      <path d={drawn()} stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  )
}
