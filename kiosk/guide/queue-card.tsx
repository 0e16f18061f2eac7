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
  onAssign: () => void
}

/** All queues with their light; a press shows only this queue's tickets. */
export const QueueCard = ({ queues, onlyQueue, onQueue, onAssign }: QueueCardProps): JSX.Element => (
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
      <button type="button" class="tag filter" onMouseDown={(event) => event.preventDefault()} onClick={onAssign}>
        临时调窗口
      </button>
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
            <span
              class="queue-name"
              title={[queue.name, queue.warning, queue.whyStands].filter((one) => one !== null).join('。')}
            >
              <b class="num">{queue.series}</b>
              {queue.name}
              {queue.warning !== null && <em class="queue-word queue-word-fault">{queue.warning}</em>}
              {queue.warning === null && queue.whyStands === null && light !== 'ok' && (
                <em class={`queue-word queue-word-${light}`}>{lightWords[light]}</em>
              )}
              {queue.warning === null && queue.whyStands !== null && <em class="queue-word">{queue.whyStands}</em>}
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
