import type { JSX } from 'preact'
import { counterRanges } from '../../../gateway/contract/counter-ranges.ts'
import type { TrackView } from '../../../gateway/contract/visitor-views.ts'
import { QrCode } from '../../../display/shared/qr-code.tsx'
import { placeName } from '../hall-facts.ts'
import { ticketNow } from '../queue-now.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import { BothWords } from './both-words.tsx'

/** The number lies, large; what is said of it stands in columns beside it, from left to right. */
export function MongolTicket({ session }: { session: Session }): JSX.Element {
  const { where, hall, wipe } = session
  const ticket = where.value.context.ticket
  const track = hall.view<TrackView>(`track:${ticket?.token ?? ''}`).value
  if (!ticket) return <main class="screen mongol-screen" />
  const told = track ? ticketNow(track) : null
  const place = track?.where[0]
  return (
    <main class="screen mongol-screen mongol-ticket">
      <div class="above mongol-title">
        <h1>
          <BothWords part="terminal" name="taken" chinese={say('taken')} />
        </h1>
        <section class="card plate">
          <BothWords part="terminal" name="yourNumber" chinese={say('yourNumber')} />
          <b class={`num number ${ticket.number.length > 4 ? 'five' : ''}`}>{ticket.number}</b>
        </section>
      </div>
      <div class="below">
        <div class="mongol-columns">
          <section class="mongol-column">
            <b class="num">{track?.ahead ?? '…'}</b>
            <BothWords part="terminal" name="aheadLabel" chinese={say('aheadLabel')} />
          </section>
          <section class="mongol-column">
            <b class={told === null || told.unit === '' ? 'later' : 'num'} lang="zh-Hans">
              {track === null ? '…' : (told?.value ?? say('unknownWait'))}
            </b>
            <BothWords part="terminal" name="waitLabel" chinese={say('waitLabel')} />
          </section>
          {place && (
            <section class="mongol-column place">
              <b class="num">{counterRanges(place.counters)}</b>
              <span class="upright" lang="zh-Hans">
                {`${say('counters', { range: '' })}，${placeName(place.floor, place.zone)}`.replaceAll(' ', '')}
              </span>
            </section>
          )}
          <section class="mongol-column">
            <QrCode text={`${location.origin}/t/${ticket.token}`} size={210} label={say('scan')} />
            <BothWords part="terminal" name="scan" chinese={say('scan')} />
          </section>
        </div>
        <button type="button" class="main-action mongol-done" onClick={wipe}>
          <BothWords part="terminal" name="done" chinese={say('done')} />
        </button>
      </div>
    </main>
  )
}

/** Taken just now and printing as it should: whatever else there is to say of a number is said in Chinese. */
export function isPlainTicket({ where, hall, terminal }: Session): boolean {
  const { ticket, scanned } = where.value.context
  const track = hall.view<TrackView>(`track:${ticket?.token ?? ''}`).value
  const isPrinted = track === null || ['queued', 'printing', 'printed'].includes(track.slip.state)
  return (
    !scanned &&
    isPrinted &&
    terminal.value?.printer?.paused !== true &&
    (track === null || (track.legs.length < 2 && track.lateFor === null && track.state === 'waiting'))
  )
}
