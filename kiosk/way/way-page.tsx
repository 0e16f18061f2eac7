import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { Mark } from '../../display/shared/icons.tsx'
import { LanguageSwitch } from '../shared/language-switch.tsx'
import { FloorDrawing } from '../shared/plan/floor-drawing.tsx'
import { frameAround } from '../shared/plan/frame.ts'
import { type HallPlaces, placeName, readPlaces } from '../shared/plan/hall-places.ts'
import { wayLength, waySentence } from '../shared/plan/way-sentence.ts'
import { routeMetres } from '../../gateway/contract/ways/route.ts'
import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import { nameIn } from '../shared/own-name.tsx'
import { type FoundWay, type WishedWay, findWished } from '../../gateway/contract/ways/wished-way.ts'
import { say } from './words.ts'

/** Drawn wide and shown small: its words are as large as the phone's own. */
const WIDTH = 760
const SHAPE = 1.6

/** The way that was scanned at a terminal, to be looked at while one walks. */
export function WayPage({ wish }: { wish: WishedWay }): JSX.Element {
  const places = useSignal<HallPlaces | null>(null)
  useEffect(() => void readPlaces().then((read) => void (places.value = read)), [])
  if (places.value === null) return <main class="phone" aria-busy="true" />
  const found = findWished(places.value, wish)
  if (found === null)
    return (
      <main class="phone">
        <section class="empty">
          <b>{say('lost')}</b>
          <p>{say('lostHint')}</p>
        </section>
      </main>
    )
  return <Found places={places.value} found={found} />
}

function Found({ places, found }: { places: HallPlaces; found: FoundWay }): JSX.Element {
  const { route, floor, desk, zone, counters, place } = found
  const floorName = (id: string): string => {
    const one = places.floors.find((other) => other.id === id)
    return one ? nameIn(one) : id
  }
  const sentence = waySentence({ route, goal: desk, floorName, door: null })
  return (
    <main class="phone way-page">
      <header>
        <Mark size={36} />
        <b>{zone === null ? floorName(floor) : placeName(places, floor, zone)}</b>
        <LanguageSwitch />
      </header>
      <h1 class="serif">{goalName(places, found)}</h1>
      <section class="card told">
        <b>{sentence}</b>
        <span>
          {wayLength(routeMetres(route))} · {say('from')}
        </span>
      </section>
      {route.legs.map(({ plan, way, by }, nth) => (
        <figure class="card" key={plan.floor}>
          {route.legs.length > 1 && (
            <figcaption>
              {by
                ? say('up', { by: by.name, floor: floorName(route.legs[nth + 1]?.plan.floor ?? '') })
                : floorName(plan.floor)}
            </figcaption>
          )}
          <FloorDrawing
            plan={plan}
            frame={frameAround(plan, way.points, SHAPE)}
            zoneName={(one) => placeName(places, plan.floor, one).replace(`${floorName(plan.floor)} `, '')}
            countersOf={(one) => places.counters.filter((counter) => counter.zone === one).map(({ id }) => id)}
            countersWords={() => ''}
            here={nth === 0 ? (way.points[0] ?? null) : null}
            hereWords={say('here')}
            way={way.points}
            goalZone={plan.floor === floor ? zone : null}
            goalCounters={plan.floor === floor ? counters : []}
            goalPlace={plan.floor === floor ? (place?.at ?? null) : null}
            label={sentence}
            width={WIDTH}
          />
        </figure>
      ))}
      <p class="of">{say('facing')}</p>
    </main>
  )
}

/** A place, one counter, or the zone with its counters. */
function goalName(places: HallPlaces, { place, counters, floor, zone }: FoundWay): string {
  if (place) return place.name
  const [counter = ''] = counters
  return counters.length === 1 || zone === null
    ? say('counter', { counter })
    : `${placeName(places, floor, zone)} ${say('counter', { counter: counterRanges(counters) })}`
}
