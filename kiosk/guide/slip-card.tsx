import type { JSX } from 'preact'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import { Button } from '../shared/staff/button.tsx'
import { type Desk, actionBlocked } from './ticket-actions.ts'
import { say } from './words.ts'

interface SlipCardProps {
  slips: TicketView[]
  nameOf: (deviceId: string) => string
  desk: Desk
  underWay: string | null
  onReprint: (ticket: TicketView) => void
}

/** Slips that need a person; away when there are none. */
export function SlipCard({ slips, nameOf, desk, underWay, onReprint }: SlipCardProps): JSX.Element | null {
  if (slips.length === 0) return null
  return (
    <section class="card slips">
      <div class="card-head">
        <h2>{say('slips')}</h2>
        <small>{say('slipsCount', { count: slips.length })}</small>
      </div>
      <div class="slip-list">
        {slips.map((ticket) => (
          <div key={ticket.ticketId} class="slip-row">
            <b class="num">{ticket.number}</b>
            <span>{slipWords(ticket, nameOf)}</span>
            <Button
              label={say('actions.reprint')}
              blocked={actionBlocked('reprint', ticket, desk)}
              busy={underWay === `reprint:${ticket.ticketId}`}
              onPress={() => onReprint(ticket)}
            />
          </div>
        ))}
      </div>
    </section>
  )
}

/** What happened to the paper, in words that say what to do. */
export function slipWords({ slip }: Pick<TicketView, 'slip'>, nameOf: (deviceId: string) => string): string {
  const printer = nameOf(slip.printerId ?? '')
  if (slip.state === 'unknown') return say('slipUnknown', { printer })
  return slip.fault === null
    ? say('slipFailed', { printer })
    : say('slipFailedWhy', { printer, fault: say(`slipFaults.${slip.fault}`) })
}
