import { holdsCalls } from '../../gateway/contract/holds-calls.ts'
import { clockAt } from '../../gateway/contract/hall-time.ts'
import type { JSX } from 'preact'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { Tag } from '../shared/staff/marks.tsx'
import { Elapsed } from '../shared/staff/ticking.tsx'
import { minutesBetween } from '../shared/staff/time-words.ts'
import type { CounterShown } from './counter-shown.ts'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { Materials } from './materials.tsx'
import { Notes } from './notes.tsx'
import { LegButtons } from './leg-buttons.tsx'
import { legWords, nextLegWords } from './leg-words.ts'
import { say } from './words.ts'

interface WorkCardProps {
  view: CounterShown
  now: () => number
  online: boolean
  orders: OrderLine
  onPrint: () => void
}

export const WorkCard = ({ view, ...rest }: WorkCardProps): JSX.Element =>
  view.ticket ? <TicketWork view={view} ticket={view.ticket} {...rest} /> : <Invitation view={view} />

function TicketWork({
  view,
  ticket,
  now,
  online,
  orders,
  onPrint,
}: WorkCardProps & { ticket: TicketView }): JSX.Element {
  const serving = ticket.state === 'serving'
  const since = (serving ? ticket.servingAt : ticket.calledAt) ?? ticket.takenAt
  const waitedUntil = ticket.calledAt ?? now()
  return (
    <section class="card work">
      <div class={`plate ${serving ? 'plate-serving' : 'plate-called'}`}>
        <div class="plate-word">{serving ? say('plateServing') : say('plateCalled')}</div>
        <div class={ticket.number.length > 4 ? 'num plate-number plate-long' : 'num plate-number'}>{ticket.number}</div>
        <div class="plate-time">
          <Icon name="clock" stroke={1.7} />
          {serving ? say('servedFor') : say('calledFor')} <Elapsed since={since} now={now} />
        </div>
        {view.usual !== null && (
          <div class="plate-usual">{say('usual', { range: `${view.usual.lowMinutes}–${view.usual.highMinutes}` })}</div>
        )}
        <div class="plate-times">
          <Icon name="speaker" size={22} stroke={1.7} />
          {say('calledTimes', { times: ticket.times, clock: clockAt(ticket.calledAt ?? since, view.hall.timeZone) })}
        </div>
      </div>
      <div class="work-text">
        <h2 tabIndex={0} title={ticket.matterName ?? undefined}>
          {ticket.matterName ?? `${ticket.queueName} · ${say('noMatter')}`}
        </h2>
        <div class="work-tags">
          {legWords(ticket) !== null && <Tag tone="qing">{legWords(ticket)}</Tag>}
          {nextLegWords(view) !== null && <Tag tone="plain">{nextLegWords(view)}</Tag>}
          {ticket.coming && !serving && <Tag tone="green">{say('coming')}</Tag>}
          {ticket.priority !== null && <Tag tone="amber">{say('priority', { reason: ticket.priority })}</Tag>}
          {ticket.appointmentAt !== null && (
            <Tag tone="qing">{say('booked', { clock: clockAt(ticket.appointmentAt, view.hall.timeZone) })}</Tag>
          )}
          {ticket.whyCalled !== null && !(ticket.priority && ticket.whyCalled.includes(ticket.priority)) && (
            <Tag tone="qing">{ticket.whyCalled}</Tag>
          )}
          {view.matterNote !== null && <Tag tone="plain">{view.matterNote}</Tag>}
          <Tag tone="plain">{say('waited', { minutes: minutesBetween(ticket.takenAt, waitedUntil) })}</Tag>
        </div>
        {holdsCalls(view.emergency) && <p class="work-alert">{say('alertStill')}</p>}
        <Notes notes={ticket.notes} timeZone={view.hall.timeZone} />
        <Materials view={view} ticket={ticket} online={online} orders={orders} onPrint={onPrint}>
          <LegButtons view={view} orders={orders} />
        </Materials>
      </div>
    </section>
  )
}

function Invitation({ view }: { view: CounterShown }): JSX.Element {
  const next = view.state === 'open' ? (view.line[0] ?? null) : null
  const [title, text] =
    view.state === 'closed'
      ? [say('plateClosed'), say('plateClosedText')]
      : view.state === 'paused'
        ? [
            say('platePaused'),
            view.pauseReason === null ? say('platePausedText') : `${view.pauseReason}。${say('platePausedText')}`,
          ]
        : holdsCalls(view.emergency)
          ? [say('plateAlert'), say('plateAlertText')]
          : view.waiting > 0
            ? [say('inviteHeading'), say('inviteText', { people: view.waiting })]
            : [say('plateFree'), say('plateFreeText')]
  return (
    <section class="card work">
      <div class={next ? 'plate plate-next' : 'plate plate-none'}>
        <div class="plate-word">{next ? say('plateNext') : say('plateEmpty')}</div>
        {next && (
          <div class={next.number.length > 4 ? 'num plate-number plate-long' : 'num plate-number'}>{next.number}</div>
        )}
        {next && <div class="plate-matter">{next.matterName ?? next.queueName}</div>}
        {!next && (
          <div class="plate-mark">
            <Icon name={view.state === 'paused' ? 'pause' : 'counter'} size={120} stroke={1.35} />
          </div>
        )}
      </div>
      <div class="work-text work-empty">
        <h2 class="serif">{title}</h2>
        <p>{text}</p>
      </div>
    </section>
  )
}
