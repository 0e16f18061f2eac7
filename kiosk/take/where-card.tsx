import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon } from '../../display/shared/icons.tsx'
import type { PhoneOffer } from '../../gateway/contract/phone-numbers.ts'
import { say } from './words.ts'

const DIGITS = 6

/** Where somebody is who opened the page without scanning: in the hall, with its six digits, or outside. */
export function WhereCard({
  offer: { inHall, remote },
  onCode,
  onOutside,
}: {
  offer: PhoneOffer
  onCode: (code: string) => void
  onOutside: () => void
}): JSX.Element {
  const typed = useSignal('')
  const isWhole = typed.value.length === DIGITS
  return (
    <>
      {inHall && (
        <section class="card">
          <h2>
            <Icon name="phone" size={24} /> {say('scan')}
          </h2>
          <p>{say('scanHint')}</p>
          <form
            class="digits"
            onSubmit={(event) => {
              event.preventDefault()
              if (isWhole) onCode(typed.value)
            }}
          >
            <input
              class="num"
              value={typed.value}
              aria-label={say('digits')}
              placeholder={say('digits')}
              inputmode="numeric"
              autocomplete="off"
              maxLength={DIGITS + 1}
              onInput={(event) => void (typed.value = event.currentTarget.value.replace(/\D/g, '').slice(0, DIGITS))}
            />
            <button type="submit" class="main" disabled={!isWhole}>
              {say('here')}
            </button>
          </form>
        </section>
      )}
      {remote !== null && (
        <section class="card">
          <h2>
            <Icon name="walk" size={24} /> {say('outside')}
          </h2>
          <p>{say('outsideHint', { place: remote.placeAfterMiss })}</p>
          <button type="button" class="main wide" onClick={onOutside}>
            {say('outsideGo')}
          </button>
        </section>
      )}
    </>
  )
}
