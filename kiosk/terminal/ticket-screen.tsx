import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import { clockAt } from '../../gateway/contract/hall-time.ts'
import type { JSX } from 'preact'
import type { TerminalView, TrackView } from '../../gateway/contract/visitor-views.ts'
import { Icon } from '../../display/shared/icons.tsx'
import type { SlipView } from '../../gateway/contract/view-parts.ts'
import { QrCode } from '../../display/shared/qr-code.tsx'
import { placeName } from './hall-facts.ts'
import { ticketNow } from './queue-now.ts'
import { GiveBack, GivenBack } from './give-back.tsx'
import { OwnName, visitName } from '../shared/own-name.tsx'
import type { Session } from './session.ts'
import { StepList } from './guide/step-list.tsx'
import { nearestPrinter, slipPlace, wayInWords } from './slip-place.ts'
import { SlipDrawing } from './slip-drawing.tsx'
import { isPaperless, isSlipInDoubt, slipWord } from './slip-word.ts'
import { say } from './words.ts'
import { WayDrawing, wayTo } from './plan/way-drawing.tsx'

/** The number is there, whatever the printer does. */
export function TicketScreen({ session }: { session: Session }): JSX.Element {
  const { where, hall, terminal, wipe } = session
  const ticket = where.value.context.ticket
  const track = hall.view<TrackView>(`track:${ticket?.token ?? ''}`).value
  if (!ticket) return <main class="screen ticket" />
  const address = `${location.origin}/t/${ticket.token}`
  const slip = track?.slip ?? null
  // A number that was found by its slip has its slip.
  const paperless = isPaperless(slip) && !where.value.context.scanned
  const fault = isSlipInDoubt(slip) || paperless
  const away = terminal.value ? slipPlace(slip, terminal.value, where.value.context.stepFree) : 'here'
  const told = track ? ticketNow(track) : null
  const place = track?.where[0]
  const route = place && terminal.value ? wayTo(terminal.value.terminal, place, where.value.context.stepFree) : null
  const hasSteps = (track?.legs.length ?? 0) > 1
  const isPrinting = slip?.state === 'printing' || slip?.state === 'queued'
  const called = track?.state === 'called' && track.counterId !== null
  if (track?.state === 'cancelled') return <GivenBack number={ticket.number} onDone={wipe} />
  const giveBack = track && !where.value.context.scanned && (
    <GiveBack session={session} track={track} ticketId={ticket.ticketId} />
  )
  return (
    <main class="screen ticket">
      <div class="above">
        <div class="ticket-head">
          <h1 class="serif">
            {fault ? say('takenNote') : say(where.value.context.scanned ? 'ticketScanned' : 'taken')}
          </h1>
          {!fault && track && (
            <span>
              <OwnName of={visitName(track)} />
            </span>
          )}
        </div>
        {track?.appointmentAt != null && (
          <p class="hint">
            {say('appointmentIn', {
              clock: clockAt(track.appointmentAt, track.hall.timeZone),
            })}
          </p>
        )}
        {track?.lateFor != null && (
          <p class="hint">{say('appointmentLate', { clock: clockAt(track.lateFor, track.hall.timeZone) })}</p>
        )}
        {track && hasSteps && <p class="hint">{say('legsCaption', { count: track.legs.length })}</p>}
        <section class={`card plate ${called ? 'called' : ''}`}>
          <div>
            <span>{called ? say('calledNow', { counter: track.counterId ?? '' }) : say('yourNumber')}</span>
            <b class={`num number ${ticket.number.length > 4 ? 'five' : ''}`}>{ticket.number}</b>
          </div>
          <div class="ahead">
            <span>{say('aheadLabel')}</span>
            <b class="num">{say('people', { count: track?.ahead ?? 0 })}</b>
            <span>{say('waitLabel')}</span>
            <b class={told === null || told.unit === '' ? 'later' : 'num'}>{told?.value ?? say('unknownWait')}</b>
            {told !== null && told.unit !== '' && <span>{told.unit}</span>}
          </div>
        </section>
        {!session.low.value && giveBack}
      </div>
      <div class="below">
        {fault ? (
          <Fault
            slip={slip}
            paperless={paperless}
            known={paperless ? (terminal.value?.printer?.fault ?? null) : (slip?.fault ?? 'unknown')}
            address={address}
            number={ticket.number}
          />
        ) : null}
        {place && (
          <section class="card where">
            <h2>
              <Icon name="place" size={48} />{' '}
              {say('goTo', {
                place: `${placeName(place.floor, place.zone)} ${say('counters', { range: counterRanges(place.counters) })}`,
              })}
            </h2>
            {/* Of several steps all are named; the way to the first is in its words. */}
            {!fault && hasSteps && <StepList steps={track.legs} isLong={false} />}
            {!fault && !hasSteps && route && <WayDrawing route={route} target={place} short={true} shape={3.7} />}
          </section>
        )}
        {!fault && !where.value.context.scanned && away !== 'here' && terminal.value && (
          <SlipAway slip={slip} away={away} here={terminal.value.terminal} stepFree={where.value.context.stepFree} />
        )}
        {!fault && !where.value.context.scanned && away === 'here' && (
          <section class="card slip">
            <SlipDrawing number={ticket.number} moving={isPrinting} />
            <div>
              <h2 class="serif">{say(slipWord(slip))}</h2>
              <p>{slip?.state === 'printed' ? say('printedHint') : say('printingHint')}</p>
              {isPrinting && (
                <div class="on-its-way">
                  <i />
                  <Icon name="low" size={44} />
                </div>
              )}
            </div>
          </section>
        )}
        {session.low.value && giveBack}
        <div class="two last">
          {!fault && (
            <section class="card scan">
              <QrCode text={address} size={172} label={say('scan')} />
              <div>
                <b>{say('scan')}</b>
                <span>
                  {say('scanHint1')}
                  <br />
                  {say('scanHint2')}
                </span>
              </div>
            </section>
          )}
          {fault && <Elsewhere session={session} ticketId={ticket.ticketId} />}
          <button type="button" class="main-action" onClick={wipe}>
            {fault ? say('noted') : say('done')}
          </button>
        </div>
      </div>
    </main>
  )
}

/** First what is, then what to do: three ways on. The desk already knows of a slip that failed. */
function Fault({
  slip,
  paperless,
  known,
  address,
  number,
}: {
  slip: SlipView | null
  paperless: boolean
  /** What the guides were told of the printer; null = nothing that they did not know. */
  known: SlipView['fault'] | 'unknown'
  address: string
  number: string
}): JSX.Element {
  return (
    <section class={`fault ${paperless ? 'paperless' : ''}`} role={paperless ? 'status' : 'alert'}>
      <h2 class="serif">
        <Icon name={paperless ? 'printer' : 'warning'} size={64} /> {say(paperless ? 'paperless' : slipWord(slip))}
      </h2>
      <p>{say('stillQueued')}</p>
      <div class="ways">
        <QrCode text={address} size={348} label={say('scan')} />
        <ol>
          <li class="ways-title">{say('threeWays')}</li>
          <li>{say('way1')}</li>
          <li>{say('way2', { number })}</li>
          <li>{say(paperless ? 'wayPaper' : 'way3')}</li>
          {known !== null && (
            <li class="tag spot">
              <Icon name="check" size={36} stroke={2} /> {say(known === 'paper-out' ? 'staffBringPaper' : 'staffKnow')}
            </li>
          )}
        </ol>
      </div>
    </section>
  )
}

/** Chinese keeps a space before a digit. */
const spacedName = (name: string): string => (/^\d/.test(name) ? ` ${name}` : name)

/** The paper comes out at another machine: which, where it stands, and which way. */
function SlipAway({
  slip,
  away,
  here,
  stepFree,
}: {
  slip: SlipView | null
  away: Exclude<ReturnType<typeof slipPlace>, 'here'>
  here: TerminalView['terminal']
  stepFree: boolean
}): JSX.Element {
  const machine = away === 'desk' ? say('theDesk') : spacedName(away.name)
  const isOut = slip?.state === 'printed'
  return (
    <section class="card slip slip-away" role="status">
      <Icon name="printer" size={96} stroke={1.4} />
      <div>
        <h2 class="serif">{say(isOut ? 'fetchSlipAt' : 'printingAt', { machine })}</h2>
        <p>{away === 'desk' ? say('fetchHint') : wayInWords(here, away, stepFree)}</p>
      </div>
    </section>
  )
}

function Elsewhere({
  session: { terminal, hall, refusal, visit, where },
  ticketId,
}: {
  session: Session
  ticketId: string
}): JSX.Element | null {
  const { stepFree } = where.value.context
  const other = terminal.value && nearestPrinter(terminal.value, stepFree)
  if (!terminal.value || !other) return null
  const way = wayInWords(terminal.value.terminal, other, stepFree)
  const print = async (): Promise<void> => {
    const own = visit()
    const answer = await hall.order({ type: 'reprint-slip', ticketId, printer: other.printerId }, own)
    if (!answer.ok && !own.aborted) refusal.value = answer.error.message
  }
  return (
    <button type="button" class="outlined elsewhere" disabled={!hall.online.value} onClick={() => void print()}>
      <b>
        <Icon name="printer" size={48} /> {say('otherPrinter')}
      </b>
      <small>{refusal.value ?? say('otherPrinterHint', { terminal: spacedName(other.name), way })}</small>
    </button>
  )
}
