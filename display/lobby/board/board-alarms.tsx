import type { JSX } from 'preact'
import type { Alarm } from '../../shared/board/alarms.ts'
import { SignShape } from '../../shared/board/sign-shape.tsx'
import { say } from '../../shared/board/words.ts'
import { pageOf } from '../queue-zones.tsx'

const EACH = 7
/** Signs of a title that stand on one line; a longer one takes the second line for itself. */
const ONE_LINE = 9

/** What somebody must look at, seven to a page. The first page comes back between all others: what is red is never out of sight for long. */
export function BoardAlarms({ alarms, turn }: { alarms: readonly Alarm[]; turn: number }): JSX.Element {
  const count = (sign: Alarm['sign']): number => alarms.filter((one) => one.sign === sign).length
  const pages = Math.max(1, Math.ceil(alarms.length / EACH))
  const page = pageShown(pages, turn)
  return (
    <section class="wall-card wall-alarms">
      <h2>
        {say('wall.alarms')}
        {pages > 1 && <small>{say('wall.page', { page: page + 1, pages })}</small>}
        <i />
        <small class="wall-sums">
          {say('wall.sums', { red: count('fault'), yellow: count('warning'), paused: count('paused') })}
        </small>
      </h2>
      {alarms.length === 0 && <p class="wall-quiet">{say('wall.noAlarms')}</p>}
      {pageOf(alarms, EACH, page).map(({ key, sign, title, detail, short }) => (
        <div key={key} class="wall-alarm" data-alarm={key}>
          <SignShape sign={sign} size={34} />
          <span class={title.length > ONE_LINE ? 'wall-what wall-what-long' : 'wall-what'}>
            <b>{title}</b>
            {title.length <= ONE_LINE && <span>{detail}</span>}
          </span>
          <span class={`wall-value wall-value-${sign}`}>{short}</span>
        </div>
      ))}
    </section>
  )
}

/** Pages in turn, the first before each of the others: 1 2 1 3 1 4. */
export function pageShown(pages: number, turn: number): number {
  if (pages < 3) return turn % pages
  return turn % 2 === 0 ? 0 : 1 + (((turn - 1) / 2) % (pages - 1))
}
