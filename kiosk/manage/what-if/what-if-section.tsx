import { clockAt } from '../../../gateway/contract/hall-time.ts'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import { getJson } from '../../../gateway/client/get-json.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import type { WhatIfQuestion } from '../../../gateway/contract/what-if.ts'
import { Button } from '../../shared/staff/button.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { Answer, type Answered } from './answer.tsx'
import { askWhatIf } from './ask-what-if.ts'
import { changeWords, say } from './words.ts'
import './what-if.css'

/** Half hours in which a hall may be open. */
const hours = Array.from(
  { length: 21 },
  (_, nth) => `${String(8 + Math.floor(nth / 2)).padStart(2, '0')}:${nth % 2 === 0 ? '00' : '30'}`,
)
const CHANGES = [1, 2, 3, 4, 5, 6, 8, 10, -1, -2, -3, -4, -5]

/** A question at the left, the two rests of the day at the right. */
export function WhatIfSection({ hall, view, toasts }: SectionProps): JSX.Element {
  const [queues, setQueues] = useState<QueueView[] | null | 'failed'>(null)
  const [question, setQuestion] = useState<WhatIfQuestion>({ queueId: '', counters: 2, from: null })
  const [answered, setAnswered] = useState<Answered | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    getJson('/api/v1/queues', withFields<{ items: QueueView[] }>('items'))
      .then(({ items }) => {
        setQueues(items)
        // The longest line is most likely the one that is asked about.
        const first = items.toSorted((one, other) => other.waiting - one.waiting)[0]
        if (first) setQuestion((now) => ({ ...now, queueId: first.id }))
      })
      .catch(() => setQueues('failed'))
  }, [])

  const ask = async (): Promise<void> => {
    setBusy(true)
    const asked = await askWhatIf(question)
    setBusy(false)
    if (asked.ok) setAnswered({ question, answer: asked.body })
    else toasts.say('refused', asked.message)
  }
  if (queues === null || queues === 'failed')
    return (
      <p class="manage-still" role="status">
        {queues === null ? say('loading') : say('reading')}
      </p>
    )
  const clock = clockAt(hall.now(), view.hall.timeZone)
  const queue = queues.find(({ id }) => id === (answered?.question.queueId ?? ''))
  return (
    <div class="what-if">
      <section class="card what-if-ask">
        <div class="card-head">
          <h2>{say('title')}</h2>
        </div>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void ask()
          }}
        >
          <p>{say('about')}</p>
          <label>
            {say('queue')}
            <select
              class="entry"
              name="queue"
              value={question.queueId}
              onChange={(event) => setQuestion({ ...question, queueId: event.currentTarget.value })}
            >
              {queues.map((one) => (
                <option key={one.id} value={one.id}>
                  {say('queueWords', {
                    name: `${one.series} ${one.name}`,
                    waiting: one.waiting,
                    open: one.openCounters,
                  })}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('change')}
            <select
              class="entry"
              name="counters"
              value={question.counters}
              onChange={(event) => setQuestion({ ...question, counters: Number(event.currentTarget.value) })}
            >
              {CHANGES.map((one) => (
                <option key={one} value={one}>
                  {changeWords(one)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('from')}
            <select
              class="entry"
              name="from"
              value={question.from ?? ''}
              onChange={(event) => setQuestion({ ...question, from: event.currentTarget.value || null })}
            >
              <option value="">{say('now')}</option>
              {hours
                .filter((hour) => hour > clock)
                .map((hour) => (
                  <option key={hour} value={hour}>
                    {hour}
                  </option>
                ))}
            </select>
          </label>
          <Button
            label={say('ask')}
            look="main"
            big
            blocked={hall.online.value ? null : sayStaff('offlineShort')}
            busy={busy}
            onPress={() => void ask()}
          />
        </form>
      </section>
      <section class="card what-if-answer" aria-live="polite">
        {answered && queue && <Answer answered={answered} name={`${queue.series} ${queue.name}`} />}
      </section>
    </div>
  )
}
