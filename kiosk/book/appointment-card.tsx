import { clockAt, dayAt } from '../../gateway/contract/hall-time.ts'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { AppointmentView } from '../../gateway/contract/appointments.ts'
import { QrCode } from '../shared/qr-code.tsx'
import { anAppointment } from './answers.ts'
import { ask, hallNow } from './ask.ts'
import { words } from './words.ts'

interface Props {
  appointment: AppointmentView
  fresh: boolean
  timeZone: string
  onChange: (appointment: AppointmentView) => void
  onBack: () => void
}

/** The code, large and as a picture for the terminal; until when it can be cancelled. */
export function AppointmentCard({ appointment, fresh, timeZone, onChange, onBack }: Props): JSX.Element {
  const asking = useSignal(false)
  const trouble = useSignal<string | null>(null)
  const { code, state, day, clock, matterName, queueName, from, until, cancelUntil } = appointment
  const clockOf = (at: number): string => clockAt(at, timeZone)
  const dayAndClock = (at: number): string => {
    const on = dayAt(at, timeZone)
    return `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日 ${clockOf(at)}`
  }
  const cancel = async (): Promise<void> => {
    asking.value = false
    const answer = await ask('/api/v1/booking/cancel', anAppointment, { code }, `cancel-${code}`)
    if (answer.ok) onChange(answer.body)
    else trouble.value = answer.message
  }
  const weekday = words.weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() || 7) - 1]
  return (
    <>
      <section class={`card ticket ${state}`} aria-live="polite">
        <h1 class="serif">{fresh ? words.booked : words.states[state]}</h1>
        <p class="hour">
          {`${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日 ${weekday} `}
          <b class="num">{clock}</b>
        </p>
        <p>{matterName ?? queueName}</p>
        {state === 'booked' && (
          <>
            <div class="code">
              <span>{words.yourCode}</span>
              <b class="num">{code.replace(/^(\d{4})(\d{4})$/, '$1 $2')}</b>
              <QrCode text={code} size={184} label={`${words.yourCode} ${code}`} />
            </div>
            <p class="strong">{words.arrive(clockOf(from), clockOf(until))}</p>
            <p>{words.codeHint}</p>
            <p>{words.late}</p>
            {fresh && <p class="strong">{words.saveHint}</p>}
          </>
        )}
      </section>
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {trouble.value}
        </p>
      )}
      {state === 'booked' &&
        (hallNow() < cancelUntil ? (
          <p class="small">{words.cancelUntil(dayAndClock(cancelUntil))}</p>
        ) : (
          <p class="small">{words.cancelOver}</p>
        ))}
      {state === 'booked' &&
        hallNow() < cancelUntil &&
        (asking.value ? (
          <div class="ask" role="alertdialog" aria-label={words.cancelAsk}>
            <p>{words.cancelAsk}</p>
            <button type="button" class="main" onClick={() => void (asking.value = false)}>
              {words.cancelNo}
            </button>
            <button type="button" onClick={() => void cancel()}>
              {words.cancelYes}
            </button>
          </div>
        ) : (
          <button type="button" onClick={() => void (asking.value = true)}>
            {words.cancel}
          </button>
        ))}
      <button type="button" onClick={onBack}>
        {words.another}
      </button>
    </>
  )
}
