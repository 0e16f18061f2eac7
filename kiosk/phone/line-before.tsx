import type { JSX } from 'preact'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { say } from './words.ts'

const SHOWN = 3

/** The numbers right before the own one, and where they are. */
export function LineBefore({ number, before }: Pick<TrackView, 'number' | 'before'>): JSX.Element | null {
  if (before.length === 0) return null
  return (
    <section class="card before">
      <b>{say('before')}</b>
      <ol>
        {before.slice(-SHOWN).map((one) => (
          <li key={one.number}>
            <b class="num">{one.number}</b>
            <span>
              {one.state === 'called' || one.state === 'serving'
                ? say('counterOnly', { counter: one.counterId ?? '' })
                : say(`states.${one.state}`)}
            </span>
          </li>
        ))}
        <li class="you">
          <b class="num">{number}</b>
          <span>{say('you')}</span>
        </li>
      </ol>
    </section>
  )
}
