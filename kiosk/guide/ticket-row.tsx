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
  called: 'red',
  serving: 'qing',
  held: 'plain',
  missed: 'amber',
  done: 'plain',
  cancelled: 'plain',
  expired: 'plain',
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
      return counter
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
  return (
    <div class="ticket-row" role="option" aria-selected={on} onClick={() => onSelect(ticket.ticketId)}>
      <b class="num">{ticket.number}</b>
      <span>
        <Tag tone={stateTones[ticket.state]}>{say(`states.${ticket.state}`)}</Tag>
      </span>
      <span class="cut" title={matter}>
        {matter}
      </span>
      <span class="num ticket-clock">{clockAt(ticket.takenAt, timeZone)}</span>
      <span class="cut ticket-place" title={place}>
        {place}
      </span>
    </div>
  )
}
