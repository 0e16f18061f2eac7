import type { JSX } from 'preact'
import type { QueueView } from '../../gateway/contract/views.ts'
import { KeyCap, Light } from '../shared/staff/marks.tsx'
import { rangeWords } from '../shared/staff/time-words.ts'
import { LONG_MINUTES, queueLight } from './queue-light.ts'
import { lightWords, words } from './words.ts'

interface QueueCardProps {
  queues: QueueView[]
  onlyQueue: string | null
  onQueue: (queueId: string) => void
}

/** All queues with their light; a press shows only this queue's tickets. */
export const QueueCard = ({ queues, onlyQueue, onQueue }: QueueCardProps): JSX.Element => (
  <section class="card queues">
    <div class="card-head">
      <h2>{words.queues}</h2>
      <small>
        {words.queuesCount(
          queues.length,
          queues.reduce((sum, queue) => sum + queue.waiting, 0),
        )}
      </small>
      <span class="grow" />
      <KeyCap>1</KeyCap>
    </div>
    <div class="queue-row queue-head">
      <span />
      <span>{words.columns.queue}</span>
      <span>{words.columns.waiting}</span>
      <span>{words.columns.wait}</span>
      <span>{words.columns.longest}</span>
      <span>{words.columns.counters}</span>
    </div>
    <div class="queue-list" data-card="1" tabIndex={-1}>
      {queues.map((queue) => {
        const light = queueLight(queue)
        return (
          <button
            type="button"
            key={queue.id}
            class="queue-row"
            aria-pressed={onlyQueue === queue.id}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onQueue(queue.id)}
          >
            <Light light={light} word={lightWords[light]} />
            <span class="queue-name" title={queue.name}>
              <b class="num">{queue.series}</b>
              {queue.name}
              {light !== 'ok' && <em class={`queue-word queue-word-${light}`}>{lightWords[light]}</em>}
            </span>
            <b class="num queue-waiting">{queue.waiting}</b>
            <span class="num">{rangeWords(queue.wait)}</span>
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
