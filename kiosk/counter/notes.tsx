import type { JSX } from 'preact'
import type { TicketRow } from '../../gateway/contract/line-views.ts'
import { clockAt } from '../../gateway/contract/hall-time.ts'
import { say } from './words.ts'

/** What others wrote for whoever serves this number now; the newest first. */
export const Notes = ({ notes, timeZone }: { notes: TicketRow['notes']; timeZone: string }): JSX.Element | null =>
  notes.length === 0 ? null : (
    <ul class="notes">
      {notes.toReversed().map(({ at, from, text }) => (
        <li key={at}>
          <b>{from === null ? say('noteFromDesk') : say('noteFrom', { counterId: from })}</b>
          <span>{text}</span>
          <small class="num">{clockAt(at, timeZone)}</small>
        </li>
      ))}
    </ul>
  )
