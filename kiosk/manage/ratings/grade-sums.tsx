import type { JSX } from 'preact'
import type { RatingsView } from '../../../gateway/contract/grievances.ts'
import type { GradeCounts } from '../../../gateway/contract/ratings.ts'
import { Face } from '../../shared/rating/face.tsx'
import { GRADES, gradeName } from '../../shared/rating/words.ts'
import { dayName, say } from './words.ts'

const total = (counts: Readonly<GradeCounts>): number => counts.reduce((sum, one) => sum + one, 0)
const low = (counts: Readonly<GradeCounts>): number => counts[0] + counts[1]
const percentGood = (counts: Readonly<GradeCounts>): number =>
  total(counts) === 0 ? 0 : Math.floor(((total(counts) - low(counts)) / total(counts)) * 100)
/** So many counters are named; those with the most low grades first. */
const COUNTERS = 6

/** Grades of today by grade, of the last days by day, and the counters that must be looked at. */
export function GradeSums({ view: { today, days, counters } }: { view: RatingsView }): JSX.Element {
  const least = [...counters].sort(
    (one, other) => low(other.counts) - low(one.counts) || total(other.counts) - total(one.counts),
  )
  return (
    <section class="card grade-sums">
      <header class="card-head">
        <h2>{say('today')}</h2>
        <small>{total(today) === 0 ? say('none') : say('good', { percent: percentGood(today) })}</small>
      </header>
      <div class="grade-sums-row">
        <ol class="grade-counts">
          {GRADES.map((stars) => (
            <li key={stars}>
              <Face stars={stars} size={28} />
              <b class="num">{today[stars - 1]}</b>
              <span>{gradeName(stars)}</span>
            </li>
          ))}
        </ol>
        {days.length > 1 && (
          <div class="grade-days">
            <span>{say('days', { days: days.length })}</span>
            <ol>
              {days.map(({ day, counts }) => {
                const words = say('dayGood', { day: dayName(day), percent: percentGood(counts), count: total(counts) })
                return (
                  <li key={day} title={words}>
                    <i style={{ height: `${percentGood(counts)}%` }} />
                    <span class="unseen">{words}</span>
                  </li>
                )
              })}
            </ol>
          </div>
        )}
        {least.length > 0 && (
          <ol class="grade-counters" aria-label={say('counters')}>
            {least.slice(0, COUNTERS).map(({ counterId, counts }) => (
              <li key={counterId}>
                {say('counterRow', { id: counterId })}
                <b class="num">{total(counts)}</b>
                {low(counts) > 0 && <em>{say('counterLow', { count: low(counts) })}</em>}
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  )
}
