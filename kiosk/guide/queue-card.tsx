import type { JSX } from 'preact'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import { KeyCap, Light } from '../shared/staff/marks.tsx'
import { rangeCell } from '../shared/staff/time-words.ts'
import { LONG_MINUTES, queueLight, queueWord } from './queue-light.ts'
import { say } from './words.ts'

interface QueueCardProps {
  queues: QueueView[]
  onlyQueue: string | null
  onQueue: (queueId: string) => void
  onAssign: () => void
}

/** All queues with their light; a press shows only this queue's tickets. */
export const QueueCard = ({ queues, onlyQueue, onQueue, onAssign }: QueueCardProps): JSX.Element => (
  <section class="card queues">
    <div class="card-head">
      <h2>{say('queues')}</h2>
      <small>
        {say('queuesCount', { queues: queues.length, people: queues.reduce((sum, queue) => sum + queue.waiting, 0) })}
      </small>
      <span class="grow" />
      <button type="button" class="tag filter" onMouseDown={(event) => event.preventDefault()} onClick={onAssign}>
        {say('assign.open')}
      </button>
      <KeyCap>1</KeyCap>
    </div>
    <div class="queue-row queue-head">
      <span />
      <span>{say('columns.queue')}</span>
      <span>{say('columns.waiting')}</span>
      <span>{say('columns.wait')}</span>
      <span>{say('columns.longest')}</span>
      <span>{say('columns.counters')}</span>
    </div>
    <div class="queue-list" data-card="1" tabIndex={-1}>
      {queues.map((queue) => {
        const light = queueLight(queue)
        const word = queueWord(queue)
        return (
          <button
            type="button"
            key={queue.id}
            class={light === 'fault' && queue.openCounters === 0 ? 'queue-row queue-stands' : 'queue-row'}
            aria-pressed={onlyQueue === queue.id}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onQueue(queue.id)}
          >
            <Light light={light} word={say(`lights.${light}`)} />
            <span
              class="queue-name"
              title={[queue.name, queue.warning, queue.whyStands].filter((one) => one !== null).join('。')}
            >
              <b class="num">{queue.series}</b>
              {queue.name}
              {word !== null && <em class={`queue-word queue-word-${light}`}>{word}</em>}
            </span>
            <b class="num queue-waiting">{queue.waiting}</b>
            <span class="num queue-wait">{rangeCell(queue.wait)}</span>
            <span class={queue.longestMinutes > LONG_MINUTES ? 'num queue-long' : 'num'}>{queue.longestMinutes}</span>
            <span class="num queue-open">
              {queue.openCounters}/{queue.counters}
            </span>
          </button>
        )
      })}
    </div>
  </section>
)
