import type { JSX } from 'preact'
import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import type { LegView } from '../../gateway/contract/flow-legs.ts'
import { type HallPlaces, placeName } from '../shared/plan/hall-places.ts'
import { say } from './words.ts'

/** 1 楼 C 区，45–58 号窗口 */
function whereWords({ where: [at] }: LegView, places: HallPlaces): string {
  if (!at || places.floors.length === 0) return ''
  return say('place', { place: placeName(places, at.floor, at.zone), counters: counterRanges(at.counters) })
}

/** How far along a visitor of several matters is. */
export const LegList = ({ legs, places }: { legs: LegView[]; places: HallPlaces }): JSX.Element => (
  <section class="card legs">
    <b>{say('legs.total', { legs: legs.length })}</b>
    <ol>
      {legs.map((leg, nth) => (
        <li key={`${nth} ${leg.queueId}`} class={leg.state} aria-current={leg.state === 'now' ? 'step' : undefined}>
          <i class="num">{nth + 1}</i>
          <div>
            <b>{leg.queueName}</b>
            <span>{leg.matters.join('、')}</span>
            {leg.where[0] && <span>{whereWords(leg, places)}</span>}
          </div>
          <em>{say(`legs.${leg.state}`)}</em>
        </li>
      ))}
    </ol>
  </section>
)
