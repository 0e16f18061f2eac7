import { clockAt, dayAt } from '../../gateway/contract/hall-time.ts'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { AppointmentView } from '../../gateway/contract/appointments.ts'
import { QrCode } from '../../display/shared/qr-code.tsx'
import { addToCalendar } from './add-to-calendar.ts'
import { anAppointment } from './answers.ts'
import { ask, hallNow } from './ask.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { OwnName, visitName } from '../shared/own-name.tsx'
import { dayWords, list, say } from './words.ts'

interface Props {
  appointment: AppointmentView
  fresh: boolean
  timeZone: string
  hallName: string
  onChange: (appointment: AppointmentView) => void
  onBack: () => void
}

/** The code, large and as a picture for the terminal; until when it can be cancelled. */
export function AppointmentCard({ appointment, fresh, timeZone, hallName, onChange, onBack }: Props): JSX.Element {
  const asking = useSignal(false)
  const trouble = useSignal<string | null>(null)
  const { code, state, day, clock, from, until, cancelUntil, confirmBy, isOpen } = appointment
  const isHeld = state === 'booked' && confirmBy !== null
  const clockOf = (at: number): string => clockAt(at, timeZone)
  const dayAndClock = (at: number): string => {
    const on = dayAt(at, timeZone)
    return `${dayWords(on)} ${clockOf(at)}`
  }
  const cancel = async (): Promise<void> => {
    asking.value = false
    const answer = await ask('/api/v1/booking/cancel', anAppointment, { code }, `cancel-${code}`)
    if (answer.ok) onChange(answer.body)
    else trouble.value = answer.message
  }
  const weekday = list('weekdays')[(new Date(`${day}T00:00:00Z`).getUTCDay() || 7) - 1]
  return (
    <>
      <section class={`card ticket ${state}`} aria-live="polite">
        <h1 class="serif">{isHeld ? say('toConfirm') : fresh ? say('booked') : say(`states.${state}`)}</h1>
        <p class="hour">
          {`${dayWords(day)} ${weekday} `}
          <b class="num">{clock}</b>
        </p>
        <p>
          <OwnName of={visitName({ ...appointment, flowName: null, flowNameEn: null })} />
        </p>
        {state === 'released' && <p>{say('released')}</p>}
        {state === 'booked' && (
          <div class="code">
            <span>{say('yourCode')}</span>
            <b class="num">{code.replace(/^(\d{4})(\d{4})$/, '$1 $2')}</b>
            {!isHeld && <QrCode text={code} size={184} label={`${say('yourCode')} ${code}`} />}
          </div>
        )}
        {state === 'booked' && !isOpen && (
          <p class="trouble" role="alert">
            {say('dayOff')}
          </p>
        )}
        {state === 'booked' && !isHeld && isOpen && (
          <>
            <p class="strong">{say('arrive', { from: clockOf(from), until: clockOf(until) })}</p>
            <p>{say('codeHint')}</p>
            <p>{say('late')}</p>
            {fresh && <p class="strong">{say('saveHint')}</p>}
          </>
        )}
      </section>
      {state === 'booked' && !isHeld && isOpen && (
        <button type="button" onClick={() => addToCalendar(appointment, hallName, hallNow())}>
          {say('calendar.add')}
        </button>
      )}
      {isHeld && isOpen && (
        <ConfirmForm appointment={appointment} until={dayAndClock(confirmBy)} isKnown={!fresh} onChange={onChange} />
      )}
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {trouble.value}
        </p>
      )}
      {state === 'booked' &&
        (hallNow() < cancelUntil ? (
          <p class="small">{say('cancelUntil', { clock: dayAndClock(cancelUntil) })}</p>
        ) : (
          !isHeld && <p class="small">{say('cancelOver')}</p>
        ))}
      {state === 'booked' &&
        hallNow() < cancelUntil &&
        (asking.value ? (
          <div class="ask" role="alertdialog" aria-label={say('cancelAsk')}>
            <p>{say('cancelAsk')}</p>
            <button type="button" class="main" onClick={() => void (asking.value = false)}>
              {say('cancelNo')}
            </button>
            <button type="button" onClick={() => void cancel()}>
              {say('cancelYes')}
            </button>
          </div>
        ) : (
          <button type="button" onClick={() => void (asking.value = true)}>
            {say('cancel')}
          </button>
        ))}
      <button type="button" onClick={onBack}>
        {say('another')}
      </button>
    </>
  )
}
