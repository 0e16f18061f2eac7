import { afterWord } from '../../gateway/contract/wait-words.ts'
import type { JSX } from 'preact'
import { clockAt } from '../../gateway/contract/hall-time.ts'
import type { CounterView } from '../../gateway/contract/staff-views.ts'
import type { CounterShown } from './counter-shown.ts'
import { Tag } from '../shared/staff/marks.tsx'
import { minutesBetween, rangeWords } from '../shared/staff/time-words.ts'
import { sayStaff } from '../shared/staff/words.ts'
import { say } from './words.ts'

interface LineCardProps {
  view: CounterShown
  now: number
  /** Calls somebody who is not next; null = this hall calls in order only. */
  onChoose: ((ticket: CounterView['line'][number]) => void) | null
}

/** Who waits here, in the order of calling. ↑ ↓ walk through it, Enter calls one by choice. */
export const LineCard = ({ view, now, onChoose }: LineCardProps): JSX.Element => (
  <section class="card line">
    <div class="card-head">
      <h2>{say('line')}</h2>
      <small>
        {view.wait === null
          ? say('peopleCount', { people: view.waiting })
          : say('lineCount', { people: view.waiting, range: afterWord(rangeWords(view.wait)) })}
      </small>
    </div>
    {view.line.length === 0 && <p class="card-empty">{say('lineEmpty')}</p>}
    <ol class="line-list" tabIndex={view.line.length > 6 ? 0 : -1} aria-label={say('line')}>
      {view.line.map((ticket, place) => (
        <LineRow
          key={ticket.ticketId}
          ticket={ticket}
          first={place === 0}
          now={now}
          timeZone={view.hall.timeZone}
          onChoose={onChoose}
        />
      ))}
      {view.waiting > view.line.length && (
        <li class="line-more">{say('lineMore', { people: view.waiting - view.line.length })}</li>
      )}
    </ol>
    <dl class="figures">
      <Figure label={say('finishedToday')} value={String(view.today.finished)} unit={say('pieces')} />
      <Figure
        label={say('average')}
        value={view.today.averageMinutes === null ? '—' : String(view.today.averageMinutes)}
        unit={say('minutesUnit')}
      />
      <Figure label={say('hallWaiting')} value={String(view.hallWaiting)} unit={say('people')} />
    </dl>
    <GradesLine grades={view.grades} />
  </section>
)

/** Sums only, and in whole fives: nobody can tell whose grade it was. */
function GradesLine({ grades }: Pick<CounterView, 'grades'>): JSX.Element | null {
  const count = grades.reduce((sum, one) => sum + one, 0)
  if (count === 0) return null
  return <p class="grades-line">{say('grades', { count, good: count - grades[0] - grades[1] })}</p>
}

function LineRow({
  ticket,
  first,
  now,
  timeZone,
  onChoose,
}: {
  ticket: CounterView['line'][number]
  first: boolean
  now: number
  timeZone: string
  onChoose: LineCardProps['onChoose']
}): JSX.Element {
  const why = [
    ticket.priority === null ? null : say('priority', { reason: ticket.priority }),
    ticket.appointmentAt === null ? null : say('booked', { clock: clockAt(ticket.appointmentAt, timeZone) }),
    ticket.state === 'transferred' ? say('transferred') : null,
  ].filter((part) => part !== null)
  const choose = (event: Event): void => {
    if (onChoose === null) return
    event.preventDefault()
    onChoose(ticket)
  }
  return (
    <li
      class={first ? 'line-row line-first' : 'line-row'}
      tabIndex={-1}
      data-line={ticket.ticketId}
      onDblClick={choose}
      onKeyDown={(event) => event.key === 'Enter' && choose(event)}
    >
      <b class="num">{ticket.number}</b>
      <div class="line-text">
        <div class="line-matter" title={ticket.matterName ?? undefined}>
          {ticket.matterName ?? ticket.queueName}
        </div>
        {first && ticket.whyNext !== null ? (
          <Tag tone={ticket.priority === null ? 'plain' : 'amber'}>{say('next', { why: ticket.whyNext })}</Tag>
        ) : (
          why.length > 0 && <Tag tone={ticket.priority === null ? 'qing' : 'amber'}>{why.join(' · ')}</Tag>
        )}
      </div>
      <span class="num line-wait">{sayStaff('minutes', { minutes: minutesBetween(ticket.takenAt, now) })}</span>
      {onChoose !== null && (
        <button type="button" class="button line-call" tabIndex={-1} onClick={choose}>
          {say('callThis')}
        </button>
      )}
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
