import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { mobileDigits } from '../../gateway/contract/mobile-digits.ts'
import type { AppointmentView, BookingView } from '../../gateway/contract/appointments.ts'
import { anAppointment } from './answers.ts'
import { ask } from './ask.ts'
import { WhatPick, type What } from './what-pick.tsx'
import { WhenPick } from './when-pick.tsx'
import { say } from './words.ts'
import { newId } from '../../gateway/client/page-clock.ts'

interface Props {
  offer: BookingView
  /** Somebody else was faster: what is free must be read again. */
  onStale: () => void
  onBooked: (appointment: AppointmentView) => void
  onFind: () => void
}

/** What → which day and hour → the number of a phone, after saying what it is for. */
export function BookForm({ offer, onStale, onBooked, onFind }: Props): JSX.Element {
  const what = useSignal<What | null>(null)
  const when = useSignal<{ day: string; clock: string } | null>(null)
  const mobile = useSignal('')
  const agreed = useSignal(false)
  const busy = useSignal(false)
  const trouble = useSignal<string | null>(null)
  const attempt = useSignal(newId())
  const book = async (): Promise<void> => {
    if (busy.value || what.value === null || when.value === null) return
    const number = mobileDigits(mobile.value)
    if (!/^1[3-9]\d{9}$/.test(number)) return void (trouble.value = say('mobileWrong'))
    if (!agreed.value) return void (trouble.value = say('agreeFirst'))
    busy.value = true
    trouble.value = null
    const { matterId, queueId } = what.value
    const answer = await ask(
      '/api/v1/booking',
      anAppointment,
      { matterId, queueId: matterId === null ? queueId : null, ...when.value, mobile: number, agreed: true },
      attempt.value,
    )
    busy.value = false
    // After a silence the same press must stay the same order; after a no it is a new one.
    if (answer.ok || answer.code !== 'offline') attempt.value = newId()
    if (answer.ok) {
      mobile.value = ''
      return onBooked(answer.body)
    }
    trouble.value = answer.message
    // What was offered is no longer so, or was not when the page was read.
    if (answer.code.startsWith('slot-')) {
      when.value = null
      onStale()
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void book()
      }}
    >
      <div class="head">
        <h1 class="serif">{say('title')}</h1>
        <button type="button" class="link" onClick={onFind}>
          {say('find')}
        </button>
      </div>
      <WhatPick
        offer={offer}
        what={what.value}
        onPick={(one) => {
          what.value = one
          when.value = null
        }}
      />
      {what.value !== null && (
        <WhenPick
          days={offer.days}
          queueId={what.value.queueId}
          when={when.value}
          onPick={(one) => void (when.value = one)}
        />
      )}
      {when.value !== null && (
        <section class="card">
          <p class="notice" id="notice">
            {say('notice', { days: offer.rules.keptDays + 30 })}
          </p>
          <label class="check">
            <input
              type="checkbox"
              checked={agreed.value}
              onChange={(event) => void (agreed.value = event.currentTarget.checked)}
            />
            {say('agree')}
          </label>
          <label class="field">
            <span>{say('mobile')}</span>
            <input
              type="tel"
              inputmode="numeric"
              autocomplete="tel-national"
              maxLength={13}
              placeholder={say('mobileHint')}
              aria-describedby="notice"
              value={mobile.value}
              onInput={(event) => void (mobile.value = event.currentTarget.value)}
            />
          </label>
        </section>
      )}
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {trouble.value}
        </p>
      )}
      {when.value !== null && (
        <button type="submit" class="main" disabled={busy.value}>
          {busy.value ? say('booking') : say('book')}
        </button>
      )}
    </form>
  )
}
