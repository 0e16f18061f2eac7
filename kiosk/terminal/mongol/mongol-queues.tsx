import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import { queueNow } from '../queue-now.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import { BothWords } from './both-words.tsx'

/** Columns beside one another; a lying panel has room for more of them, and they are shorter. */
const COLUMNS = { tall: 8, wide: 12 }

/** Kinds of business as columns from left to right, the page's own words before them; a touch takes a number. */
export function MongolQueues({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const { take, taking, refusal, whyNoNumber } = session
  const page = useSignal(0)
  const queues = session.queues.value
  const each = COLUMNS[wide ? 'wide' : 'tall']
  const pages = Math.max(1, Math.ceil(queues.length / each))
  const why = refusal.value ?? whyNoNumber.value
  const key = taking.value ? 'taking' : 'queuesHint'
  return (
    <main class="screen mongol-screen mongol-queues">
      <div class="above mongol-title">
        <h1>
          <BothWords part="terminal" name="queuesTitle" chinese={say('queuesTitle')} />
        </h1>
        <p>
          {why === null ? (
            <BothWords part="terminal" name={key} chinese={say(key)} />
          ) : (
            <span lang="zh-Hans">{why}</span>
          )}
        </p>
      </div>
      <div class="below">
        <div class="mongol-columns">
          {queues.slice(page.value * each, (page.value + 1) * each).map((queue) => {
            const now = queueNow(queue)
            return (
              <button
                type="button"
                class="mongol-column"
                key={queue.id}
                disabled={session.whyNotOf(queue.id) !== null || taking.value}
                onClick={() => void take({ matterId: null, queueId: queue.id, missing: [] })}
              >
                <i class="num letter">{queue.series}</i>
                <span class="upright" lang="zh-Hans">
                  {queue.name.replace(/（.*）$/, '')}
                </span>
                <small class={now !== null && now.unit !== '' ? 'num' : ''} lang="zh-Hans">
                  {now?.value ?? ''}
                </small>
              </button>
            )
          })}
        </div>
        {pages > 1 && (
          <div class="mongol-pager">
            <button type="button" class="outlined" disabled={page.value === 0} onClick={() => void (page.value -= 1)}>
              <BothWords part="terminal" name="previous" chinese={say('previous')} />
            </button>
            <span class="num">
              {page.value + 1} / {pages}
            </span>
            <button
              type="button"
              class="outlined"
              disabled={page.value >= pages - 1}
              onClick={() => void (page.value += 1)}
            >
              <BothWords part="terminal" name="next" chinese={say('next')} />
              <Icon name="chevron" size={40} stroke={2} />
            </button>
          </div>
        )}
      </div>
    </main>
  )
}
