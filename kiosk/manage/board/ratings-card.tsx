import type { JSX } from 'preact'
import type { OpenSection } from '../section-props.ts'
import type { Board } from './use-board.ts'
import { say } from './words.ts'

const grades = [5, 4, 3, 2, 1] as const

/** Today's grades; the lower two are red, because somebody must follow them up. */
export function RatingsCard({ board: { view }, open }: { board: Board; open: OpenSection }): JSX.Element {
  const many = view.grades.reduce((sum, one) => sum + one, 0)
  const most = Math.max(1, ...view.grades)
  return (
    <section class="card board-ratings" aria-label={say('ratings.title')}>
      <div class="card-head">
        <h2>{say('ratings.title')}</h2>
        <small>{say('ratings.people', { many })}</small>
        <span class="grow" />
        <button type="button" class="board-link" onClick={() => open('ratings')}>
          {say('decide.go')}
        </button>
      </div>
      {many === 0 ? (
        <p class="card-empty">{say('ratings.none')}</p>
      ) : (
        <dl>
          {grades.map((grade) => (
            <div key={grade} class={grade <= 2 ? 'grade-low' : ''}>
              <dt>{say(`grades.${grade}`)}</dt>
              <dd>
                <i style={{ width: `${((view.grades[grade - 1] ?? 0) / most) * 100}%` }} />
                <b class="num">{view.grades[grade - 1]}</b>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
