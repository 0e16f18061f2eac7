import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import type { Delivery, WebhookList } from '../../../gateway/contract/webhooks.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light, type LightName } from '../../shared/staff/marks.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import { manageCall } from '../manage-call.ts'
import type { SectionProps } from '../section-props.ts'
import { useAsked } from './use-asked.ts'
import { say, timeIn } from './words.ts'

const webhookList = withFields<WebhookList>('items', 'mails')
/** 3 条等着 · 3月18日 10:32 收下了. */
const sumWords = (waiting: number, doneAt: number | null, timeZone: string): string =>
  [
    waiting > 0 ? say('hooks.waiting', { count: waiting }) : '',
    doneAt === null ? say('hooks.notYet') : say('hooks.doneAt', { time: timeIn(doneAt, timeZone) }),
  ]
    .filter((part) => part !== '')
    .join(' · ')

const LOOK_MS = 3_000
const lightOf: Record<Delivery['state'], LightName> = {
  waiting: 'paused',
  done: 'ok',
  refused: 'warning',
  'given-up': 'fault',
}
const types = [
  ...(['ticket-taken', 'ticket-arrived', 'ticket-served', 'ticket-finished', 'ticket-missed'] as const),
  ...(['ticket-held', 'ticket-transferred', 'ticket-requeued', 'ticket-cancelled', 'ticket-expired'] as const),
  ...([
    'ticket-called',
    'ticket-recalled',
    'ticket-resumed',
    'visit-rated',
    'light-changed',
    'device-changed',
  ] as const),
]
/** 取号 for ticket-taken; a kind without words is told by its subject. */
function whatOf({ type, topic }: Delivery): string {
  const known = types.find((one) => one === type)
  return known ? say(`hooks.types.${known}`) : say(`hooks.topics.${topic}`)
}

/** Who is told, and every message with what the other side said. */
export function WebhooksCard({ hall, view, toasts }: SectionProps): JSX.Element {
  const { now: list, failed, put } = useAsked('/webhooks', webhookList, LOOK_MS)
  const [busy, setBusy] = useState<string | null>(null)
  const { timeZone } = view.hall
  const again = async (id: string): Promise<void> => {
    setBusy(id)
    const answer = await manageCall<WebhookList>(
      `/webhooks/deliveries/${encodeURIComponent(id)}/resend`,
      webhookList,
      {},
    )
    setBusy(null)
    toasts.say(answer.ok ? 'done' : 'refused', answer.ok ? say('hooks.againDone') : answer.message)
    if (answer.ok) put(answer.body)
  }
  return (
    <section class="card upkeep-hooks">
      <div class="card-head">
        <h2>{say('hooks.title')}</h2>
        <small>{say('hooks.says')}</small>
      </div>
      {list === null ? (
        <p class="manage-still" role="status">
          {say(failed ? 'failed' : 'loading')}
        </p>
      ) : (
        <>
          {list.hooks.length + list.mails.length === 0 && <p class="card-empty">{say('hooks.none')}</p>}
          <ul class="upkeep-addresses">
            {list.hooks.map(({ id, url, topics, waiting, doneAt }) => (
              <li key={id}>
                <Light light={waiting > 0 ? 'paused' : 'ok'} />
                <b>{id}</b>
                <span class="upkeep-url">{url}</span>
                <span>{topics.map((topic) => say(`hooks.topics.${topic}`)).join('、')}</span>
                <span class="grow" />
                <small>{sumWords(waiting, doneAt, timeZone)}</small>
              </li>
            ))}
          </ul>
          {list.mails.length > 0 && (
            <ul class="upkeep-addresses" aria-label={say('hooks.mails')}>
              {list.mails.map(({ address, departments, waiting, doneAt }) => (
                <li key={address}>
                  <Light light={waiting > 0 ? 'paused' : 'ok'} />
                  <b>{say('hooks.mail')}</b>
                  <span class="upkeep-url">{address}</span>
                  <span>{departments === null ? say('hooks.allDepartments') : departments.join('、')}</span>
                  <span class="grow" />
                  <small>{sumWords(waiting, doneAt, timeZone)}</small>
                </li>
              ))}
            </ul>
          )}
          {list.hooks.length + list.mails.length > 0 && list.items.length === 0 && (
            <p class="card-empty">{say('hooks.empty')}</p>
          )}
          <ul class="upkeep-list upkeep-deliveries">
            {list.items.map((one) => (
              <li key={one.id}>
                <Light light={lightOf[one.state]} />
                <b class="num">{timeIn(one.at, timeZone)}</b>
                <span>
                  {whatOf(one)} <b class="num">{one.about}</b>
                </span>
                <span>{one.hookId}</span>
                <span>
                  {say(`hooks.states.${one.state}`)}
                  <small>
                    {[
                      one.answer,
                      one.tries > 1 ? say('hooks.tries', { count: one.tries }) : null,
                      one.state === 'waiting' && one.tries > 0 && one.nextAt !== null
                        ? say('hooks.nextAt', { time: timeIn(one.nextAt, timeZone) })
                        : null,
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </small>
                </span>
                {one.state === 'waiting' ? (
                  <span />
                ) : (
                  <Button
                    label={say('hooks.again')}
                    busy={busy === one.id}
                    blocked={hall.online.value ? null : sayStaff('offlineShort')}
                    onPress={() => void again(one.id)}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
