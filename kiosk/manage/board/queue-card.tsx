import type { JSX } from 'preact'
import { type Sign, queueSign } from '../../../gateway/contract/queue-light.ts'
import { SignShape } from '../../../display/shared/board/sign-shape.tsx'
import type { Board } from './use-board.ts'
import { say } from './words.ts'

const severity: Record<Sign, number> = { fault: 0, warning: 1, ok: 2, paused: 3, off: 4 }

/** Every line of the hall: those in trouble first, then the longest. */
export function QueueCard({ board, onQueue }: { board: Board; onQueue(id: string): void }): JSX.Element {
  const { queues, view } = board
  const rows = queues
    .map((queue) => ({ queue, ...queueSign(queue, view.promise) }))
    .sort((one, other) => severity[one.sign] - severity[other.sign] || other.queue.waiting - one.queue.waiting)
  const most = Math.max(1, ...queues.map(({ waiting }) => waiting))
  return (
    <section class="card board-queues" aria-label={say('queues.title')}>
      <div class="card-head">
        <h2>{say('queues.title')}</h2>
        <small>{say('queues.people')}</small>
      </div>
      <ul>
        {rows.map(({ queue: { id, series, name, waiting, openCounters }, sign }) => (
          <li key={id}>
            <button
              type="button"
              title={say('queues.about', { name: `${series} ${name}` })}
              onClick={() => onQueue(id)}
            >
              <SignShape sign={sign} size={17} />
              <b class="num">{series}</b>
              <span class="queue-name">{name}</span>
              <span class="queue-bar">
                {waiting > 0 && <i class={`queue-${sign}`} style={{ width: `${(waiting / most) * 100}%` }} />}
              </span>
              <b class="num">{waiting}</b>
              <small class={openCounters === 0 && waiting > 0 ? 'queue-alone' : ''}>
                {openCounters === 0 ? say('queues.none') : say('queues.open', { open: openCounters })}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
