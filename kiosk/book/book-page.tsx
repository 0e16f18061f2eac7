import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { AppointmentView, BookingView } from '../../gateway/contract/appointments.ts'
import { Mark } from '../../display/shared/icons.tsx'
import { AppointmentCard } from './appointment-card.tsx'
import { anOffer } from './answers.ts'
import { ask } from './ask.ts'
import { BookForm } from './book-form.tsx'
import { FindForm } from './find-form.tsx'
import { LanguageSwitch } from '../shared/language-switch.tsx'
import { hallName } from '../shared/hall-name.ts'
import { say } from './words.ts'
import { every } from '../../gateway/client/page-clock.ts'

/** Hours begin and places go while somebody reads. */
const FRESH_MS = 60_000

type Screen =
  | { name: 'book' }
  | { name: 'find' }
  | { name: 'appointment'; appointment: AppointmentView; fresh: boolean }

/** Booking by phone: what, when, who only as far as it must be; then a code. Nothing is kept in the phone. */
export function BookPage(): JSX.Element {
  const offer = useSignal<BookingView | null>(null)
  const trouble = useSignal<string | null>(null)
  const screen = useSignal<Screen>({ name: 'book' })
  const read = async (): Promise<void> => {
    const answer = await ask('/api/v1/booking', anOffer)
    // What stands there is better than nothing while the network is away.
    if (answer.ok) offer.value = answer.body
    trouble.value = answer.ok ? null : answer.message
  }
  useEffect(() => {
    void read()
    // A page left open overnight offers the hours of the day on which it is looked at again.
    const stop = every(FRESH_MS, () => document.hidden || void read())
    const look = (): void => void (document.hidden || void read())
    document.addEventListener('visibilitychange', look)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  const show = (appointment: AppointmentView, fresh: boolean): void => {
    screen.value = { name: 'appointment', appointment, fresh }
    scrollTo(0, 0)
  }
  const now = screen.value
  return (
    <main class="book">
      <header>
        <Mark size={36} />
        <b class="serif">{offer.value ? hallName(offer.value.hall) : say('title')}</b>
        <LanguageSwitch />
      </header>
      {offer.value === null ? (
        <section class="card" role="status">
          <p>{trouble.value ?? say('loading')}</p>
          {trouble.value !== null && (
            <button type="button" onClick={() => void read()}>
              {say('retry')}
            </button>
          )}
        </section>
      ) : now.name === 'book' ? (
        <BookForm
          offer={offer.value}
          onStale={() => void read()}
          onBooked={(appointment) => show(appointment, true)}
          onFind={() => void (screen.value = { name: 'find' })}
        />
      ) : now.name === 'find' ? (
        <FindForm
          onFound={(appointment) => show(appointment, false)}
          onBack={() => void (screen.value = { name: 'book' })}
        />
      ) : (
        <AppointmentCard
          appointment={now.appointment}
          fresh={now.fresh}
          timeZone={offer.value.hall.timeZone}
          hallName={hallName(offer.value.hall)}
          onChange={(appointment) => show(appointment, now.fresh && appointment.state === 'booked')}
          onBack={() => {
            screen.value = { name: 'book' }
            void read()
          }}
        />
      )}
    </main>
  )
}
