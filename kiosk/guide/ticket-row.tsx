import { clockAt } from '../../gateway/contract/hall-time.ts'
import type { JSX } from 'preact'
import type { TicketStatus } from '../../gateway/contract/view-parts.ts'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import { Tag, type Tone } from '../shared/staff/marks.tsx'
import { minutesBetween } from '../shared/staff/time-words.ts'
import { say } from './words.ts'

export const stateTones: Record<TicketStatus, Tone> = {
  waiting: 'green',
  transferred: 'green',
  called: 'qing',
  serving: 'qing',
  held: 'plain',
  missed: 'amber',
  done: 'plain',
  cancelled: 'plain',
  expired: 'plain',
}

/** Called and nobody came: a recall or two later it is time to look, then to act. */
const LOOK_MINUTES = 3
const ACT_MINUTES = 6

/** The tone of a number's state; a call without an answer grows louder. `now` epoch ms. */
export function stateTone(
  { state, calledAt, coming }: Pick<TicketView, 'state' | 'calledAt' | 'coming'>,
  now: number,
): Tone {
  if (state !== 'called' || calledAt === null) return stateTones[state]
  const minutes = minutesBetween(calledAt, now)
  if (minutes >= ACT_MINUTES) return 'red'
  return minutes >= LOOK_MINUTES && !coming ? 'amber' : stateTones[state]
}

/** What matters about a ticket in this state, in a few words. */
export function placeWords(ticket: TicketView, now: number, timeZone: string): string {
  const counter = ticket.counterId === null ? '' : say('atCounter', { counterId: ticket.counterId })
  switch (ticket.state) {
    case 'waiting':
    case 'transferred':
      if (ticket.arrival === 'to-come') return say('remoteToCome')
      if (ticket.priority !== null) return say('priority', { reason: ticket.priority })
      return ticket.ahead === 0 ? say('aheadNobody') : say('ahead', { people: ticket.ahead })
    case 'called':
      return ticket.counterId === null
        ? ''
        : say('calledFor', { counterId: ticket.counterId, minutes: minutesBetween(ticket.calledAt ?? now, now) })
    case 'serving':
      return ticket.counterId === null
        ? ''
        : say('atCounterFor', { counterId: ticket.counterId, minutes: minutesBetween(ticket.servingAt ?? now, now) })
    case 'held':
      return ticket.counterId === null
        ? (ticket.holdReason ?? say('heldPlain'))
        : say('heldAt', { reason: ticket.holdReason ?? say('heldPlain'), counterId: ticket.counterId })
    case 'missed':
      if (ticket.arrival === 'to-come') return say('remotePassed')
      return ticket.requeueUntil === null || now > ticket.requeueUntil
        ? say('tooLate')
        : say('requeueUntil', { clock: clockAt(ticket.requeueUntil, timeZone) })
    case 'done':
    case 'cancelled':
    case 'expired':
      return counter
  }
}

interface TicketRowProps {
  ticket: TicketView
  on: boolean
  now: number
  timeZone: string
  onSelect: (ticketId: string) => void
}

export const TicketRow = ({ ticket, on, now, timeZone, onSelect }: TicketRowProps): JSX.Element => {
  const matter = ticket.matterName ?? `${ticket.queueName} · ${say('noMatter')}`
  const place = placeWords(ticket, now, timeZone)
  const booked = ticket.appointmentAt ?? ticket.lateFor
  return (
    <div class="ticket-row" role="option" aria-selected={on} onClick={() => onSelect(ticket.ticketId)}>
      <b class="num">{ticket.number}</b>
      <span>
        <Tag tone={stateTone(ticket, now)}>{say(`states.${ticket.state}`)}</Tag>
      </span>
      <span class="cut" title={matter}>
        {booked !== null && <em class="ticket-booked">{say('booked', { clock: clockAt(booked, timeZone) })}</em>}
        {matter}
      </span>
      <span class="num ticket-clock">{clockAt(ticket.takenAt, timeZone)}</span>
      <span class="cut ticket-place" title={place}>
        {place}
      </span>
    </div>
  )
}
