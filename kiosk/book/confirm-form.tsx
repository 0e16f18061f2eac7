import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { AppointmentView } from '../../gateway/contract/appointments.ts'
import { anAppointment } from './answers.ts'
import { ask } from './ask.ts'
import { say } from './words.ts'

interface Props {
  appointment: AppointmentView
  /** Until when, in words. */
  until: string
  /** Whoever came by the code has shown that it is kept; whoever has just booked shows it now. */
  isKnown: boolean
  onChange: (appointment: AppointmentView) => void
}

/** A held place becomes firm when its code is told once more. */
export function ConfirmForm({ appointment, until, isKnown, onChange }: Props): JSX.Element {
  const typed = useSignal('')
  const busy = useSignal(false)
  const trouble = useSignal<string | null>(null)
  const code = isKnown ? appointment.code : typed.value.replace(/\s/g, '')
  const confirm = async (): Promise<void> => {
    if (busy.value) return
    busy.value = true
    const answer = await ask('/api/v1/booking/confirm', anAppointment, { code }, `confirm-${code}`)
    busy.value = false
    if (answer.ok) onChange(answer.body)
    else if (answer.code === 'appointment-released') onChange({ ...appointment, state: 'released', confirmBy: null })
    else trouble.value = answer.message
  }
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <p class="strong">{say('confirmBy', { clock: until })}</p>
      {!isKnown && (
        <label class="field">
          <span>{say('confirmType')}</span>
          <input
            inputmode="numeric"
            autocomplete="off"
            maxLength={40}
            value={typed.value}
            onInput={(event) => void (typed.value = event.currentTarget.value)}
          />
        </label>
      )}
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {trouble.value}
        </p>
      )}
      <button type="submit" class="main" disabled={busy.value || code.length < 4}>
        {busy.value ? say('confirming') : say('confirm')}
      </button>
    </form>
  )
}
