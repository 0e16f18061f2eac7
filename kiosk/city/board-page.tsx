import type { JSX } from 'preact'
import type { CityBoard } from '../../gateway/contract/city.ts'
import { CityMap } from './city-map.tsx'
import { HallRow } from './hall-row.tsx'
import { Quickest } from './quickest.tsx'
import { say } from './words.ts'
import { ZONE } from './zone.ts'

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** Every hall in a row on one axis of minutes, where they lie, and where a matter is done soonest. */
export function BoardPage({ shown }: { shown: CityBoard }): JSX.Element {
  const first = Math.min(
    ...shown.halls.filter(({ course }) => course.waiting.length > 0).map(({ course }) => course.from),
  )
  return (
    <main class="board">
      <section class="card halls">
        <div class="card-head">
          <h2>{say('halls')}</h2>
          <span class="space" />
          <span class="legend">
            <i class="bar" />
            {say('legend')}
          </span>
          <span class="legend">
            <i class="dashes" />
            {say('promise')}
          </span>
        </div>
        <div class="grid titles">
          <span />
          <span>{say('hall')}</span>
          <span class="right">{say('waiting')}</span>
          <span class="axis num" aria-hidden="true">
            <i>0</i>
            <i>15</i>
            <i>30</i>
            <i>45</i>
            <i>60</i>
          </span>
          <span>{say('counters')}</span>
          <span>{say('faults')}</span>
          <span>{say('lights')}</span>
          <span>{Number.isFinite(first) ? say('courseFrom', { clock: clock(first) }) : say('course')}</span>
        </div>
        <ul>
          {shown.halls.map((hall) => (
            <HallRow key={hall.id} hall={hall} now={shown.now} zone={ZONE} />
          ))}
        </ul>
      </section>
      <aside>
        <section class="card">
          <div class="card-head">
            <h2>{say('where')}</h2>
            <small>{say('whereNote')}</small>
          </div>
          <CityMap halls={shown.halls} />
        </section>
        <Quickest halls={shown.halls} />
      </aside>
    </main>
  )
}
