import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { AppointmentView } from '../../gateway/contract/appointments.ts'
import { anAppointment } from './answers.ts'
import { ask } from './ask.ts'
import { say } from './words.ts'

/** Finds a booking by its code; nothing else opens it. */
export function FindForm({
  onFound,
  onBack,
}: {
  onFound: (appointment: AppointmentView) => void
  onBack: () => void
}): JSX.Element {
  const code = useSignal('')
  const trouble = useSignal<string | null>(null)
  const look = async (): Promise<void> => {
    const answer = await ask('/api/v1/booking/find', anAppointment, { code: code.value })
    if (answer.ok) onFound(answer.body)
    else trouble.value = answer.message
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void look()
      }}
    >
      <h1 class="serif">{say('find')}</h1>
      <section class="card">
        <label class="field">
          <span>{say('yourCode')}</span>
          <input
            inputmode="numeric"
            autocomplete="off"
            maxLength={40}
            placeholder={say('findHint')}
            value={code.value}
            onInput={(event) => void (code.value = event.currentTarget.value)}
          />
        </label>
      </section>
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {trouble.value}
        </p>
      )}
      <button type="submit" class="main" disabled={code.value.trim().length < 4}>
        {say('look')}
      </button>
      <button type="button" onClick={onBack}>
        {say('back')}
      </button>
    </form>
  )
}
