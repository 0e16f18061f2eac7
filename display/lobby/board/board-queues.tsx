import type { JSX } from 'preact'
import { type Sign, queueSign } from '../../../gateway/contract/queue-light.ts'
import { waitWords } from '../../../gateway/contract/wait-words.ts'
import { SignShape } from '../../shared/board/sign-shape.tsx'
import { say } from '../../shared/board/words.ts'
import type { BoardShown } from './board-shown.ts'
import { pageOf } from '../queue-zones.tsx'
import { say as sayWall } from '../words.ts'

/** So many lines fit. */
const EACH = 14
/** Signs of a name at full size. */
const ONE_LINE = 8
const severity: Record<Sign, number> = { fault: 0, warning: 1, ok: 2, paused: 3, off: 4 }

/** Every line: how it stands, how many wait and how long; those in trouble first. */
export function BoardQueues({ shown: { queues, view, turn } }: { shown: BoardShown }): JSX.Element {
  const rows = queues
    .map((queue) => ({ queue, ...queueSign(queue, view.promise) }))
    .sort((one, other) => severity[one.sign] - severity[other.sign] || other.queue.waiting - one.queue.waiting)
  const most = Math.max(1, ...queues.map(({ waiting }) => waiting))
  const pages = Math.max(1, Math.ceil(rows.length / EACH))
  return (
    <section class="wall-card wall-queues">
      <div class="wall-queue wall-queue-head">
        <h2>
          {say('wall.queues')}
          {pages > 1 && <small>{say('wall.page', { page: (turn % pages) + 1, pages })}</small>}
        </h2>
        <span>{sayWall('people')}</span>
        <span>{sayWall('minutes')}</span>
      </div>
      {pageOf(rows, EACH, turn).map(({ queue: { id, series, name, waiting, wait }, sign }) => (
        <div key={id} class="wall-queue">
          <SignShape sign={sign} size={24} />
          <b class="num">{series}</b>
          <span class={name.length > ONE_LINE ? 'wall-name wall-name-long' : 'wall-name'}>{name}</span>
          <span class="wall-bar">
            <i class={`wall-bar-${sign}`} style={{ width: `${(waiting / most) * 100}%` }} />
          </span>
          <b class="num">{waiting}</b>
          <span class="num wall-wait">{waitWords(wait)?.value ?? '—'}</span>
        </div>
      ))}
    </section>
  )
}
