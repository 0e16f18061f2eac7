import type { JSX } from 'preact'
import type { CounterView } from '../../gateway/contract/views.ts'
import type { CounterShown } from './counter-shown.ts'
import { Tag } from '../shared/staff/marks.tsx'
import { minutesBetween, rangeWords } from '../shared/staff/time-words.ts'
import { words as staffWords } from '../shared/staff/words.ts'
import { words } from './words.ts'

export const LineCard = ({ view, now }: { view: CounterShown; now: number }): JSX.Element => (
  <section class="card line">
    <div class="card-head">
      <h2>{words.line}</h2>
      <small>{words.lineCount(view.waiting, view.wait === null ? null : rangeWords(view.wait))}</small>
    </div>
    {view.line.length === 0 && <p class="card-empty">{words.lineEmpty}</p>}
    <ol class="line-list" tabIndex={view.line.length > 6 ? 0 : -1} aria-label={words.line}>
      {view.line.map((ticket, place) => (
        <LineRow key={ticket.ticketId} ticket={ticket} first={place === 0} now={now} />
      ))}
      {view.waiting > view.line.length && <li class="line-more">{words.lineMore(view.waiting - view.line.length)}</li>}
    </ol>
    <dl class="figures">
      <Figure label={words.finishedToday} value={String(view.today.finished)} unit={words.pieces} />
      <Figure
        label={words.average}
        value={view.today.averageMinutes === null ? '—' : String(view.today.averageMinutes)}
        unit={words.minutesUnit}
      />
      <Figure label={words.hallWaiting} value={String(view.hallWaiting)} unit={words.people} />
    </dl>
  </section>
)

function LineRow({
  ticket,
  first,
  now,
}: {
  ticket: CounterView['line'][number]
  first: boolean
  now: number
}): JSX.Element {
  const why =
    ticket.priority !== null
      ? words.priority(ticket.priority)
      : ticket.state === 'transferred'
        ? words.transferred
        : null
  return (
    <li class={first ? 'line-row line-first' : 'line-row'}>
      <b class="num">{ticket.number}</b>
      <div class="line-text">
        <div class="line-matter" title={ticket.matterName ?? undefined}>
          {ticket.matterName ?? ticket.queueName}
        </div>
        {first && ticket.whyNext !== null ? (
          <Tag tone={ticket.priority === null ? 'plain' : 'amber'}>{words.next(ticket.whyNext)}</Tag>
        ) : (
          why !== null && <Tag tone={ticket.priority === null ? 'qing' : 'amber'}>{why}</Tag>
        )}
      </div>
      <span class="num line-wait">{staffWords.minutes(minutesBetween(ticket.takenAt, now))}</span>
    </li>
  )
}

const Figure = ({ label, value, unit }: { label: string; value: string; unit: string }): JSX.Element => (
  <div>
    <dt>{label}</dt>
    <dd>
      <b class="num">{value}</b> {unit}
    </dd>
  </div>
)
