import type { JSX } from 'preact'
import type { TicketRow } from '../../gateway/contract/line-views.ts'
import { Button } from '../shared/staff/button.tsx'
import { Tag } from '../shared/staff/marks.tsx'
import { minutesBetween } from '../shared/staff/time-words.ts'
import { sayStaff } from '../shared/staff/words.ts'
import { say } from './words.ts'

interface HeldCardProps {
  held: TicketRow[]
  /** Missed here and still to come back. */
  missed: TicketRow[]
  blocked: string | null
  underWay: string | null
  now: number
  onResume: (ticket: TicketRow) => void
}

/** Who may come back to this counter: sent for a paper, or just missed; one key calls each. */
export const HeldCard = ({ held, missed, blocked, underWay, now, onResume }: HeldCardProps): JSX.Element => (
  <section class="card held">
    <div class="card-head">
      <h2>{missed.length === 0 ? say('held') : held.length === 0 ? say('missedHere') : say('heldAndMissed')}</h2>
      {held.length + missed.length > 0 && (
        <small>{blocked ?? say('heldCount', { count: held.length + missed.length })}</small>
      )}
    </div>
    {held.length + missed.length === 0 && <p class="held-empty">{say('heldEmpty')}</p>}
    {held.length + missed.length > 0 && (
      <ul class="held-list">
        {[...held, ...missed].map((ticket, place) => (
          <li key={ticket.ticketId}>
            <b class="num">{ticket.number}</b>
            {ticket.state === 'missed' && <Tag tone="amber">{say('justMissed')}</Tag>}
            <span class="held-why" title={ticket.holdReason ?? undefined}>
              {ticket.state === 'missed' ? '' : `${ticket.holdReason ?? say('heldNoReason')} · `}
              {sayStaff('minutes', { minutes: minutesBetween(ticket.calledAt ?? ticket.takenAt, now) })}
            </span>
            <ResumeButton
              blocked={blocked}
              busy={underWay === ticket.ticketId}
              place={place}
              onPress={() => onResume(ticket)}
            />
          </li>
        ))}
      </ul>
    )}
  </section>
)

/** The reason stands once in the card's head, so that a row of five buttons does not say it five times. */
const ResumeButton = ({
  blocked,
  busy,
  place,
  onPress,
}: {
  blocked: string | null
  busy: boolean
  place: number
  onPress: () => void
}): JSX.Element =>
  blocked === null ? (
    <Button label={say('resume')} keyCap={place < 9 ? String(place + 1) : null} busy={busy} onPress={onPress} />
  ) : (
    <button type="button" class="button" aria-disabled="true" title={blocked}>
      {say('resume')}
    </button>
  )
