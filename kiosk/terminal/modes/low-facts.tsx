import type { JSX } from 'preact'
import type { Session } from '../session.ts'
import { say } from './words.ts'

/** Above, where no hand reaches, stands what is read: how many wait, and until when numbers are given. */
export function LowFacts({ session: { queues, terminal } }: { session: Session }): JSX.Element {
  const until = terminal.value?.lastTicket ?? null
  return (
    <div class="facts low-facts">
      <div>
        <span>{say('waitingNow')}</span>
        <b class="num">{say('people', { count: queues.value.reduce((sum, { waiting }) => sum + waiting, 0) })}</b>
      </div>
      {until !== null && (
        <div>
          <span>{say('acceptedUntil')}</span>
          <b class="num">{until}</b>
        </div>
      )}
    </div>
  )
}
