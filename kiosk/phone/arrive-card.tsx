import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { QrCode } from '../../display/shared/qr-code.tsx'
import type { OwnTurn } from './own-turn.ts'
import { say } from './words.ts'

const DIGITS = 6

/** A number from outside: how its holder says to be here. By the wall's digits, or by this picture before a terminal's scanner. */
export function ArriveCard({ turn, place }: { turn: OwnTurn; place: number }): JSX.Element {
  const typed = useSignal('')
  const isWhole = typed.value.length === DIGITS
  return (
    <section class="card arrive">
      <div>
        <b>{say('arrive.title')}</b>
        <p>{say('arrive.how')}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (isWhole) void turn.wish('arrive', { code: typed.value })
          }}
        >
          <input
            class="num"
            value={typed.value}
            aria-label={say('arrive.digits')}
            placeholder={say('arrive.digits')}
            inputmode="numeric"
            autocomplete="off"
            maxLength={DIGITS + 1}
            onInput={(event) => void (typed.value = event.currentTarget.value.replace(/\D/g, '').slice(0, DIGITS))}
          />
          <button type="submit" class="main" disabled={!isWhole || turn.underWay.value !== null}>
            {say('arrive.here')}
          </button>
        </form>
        <p class="rule">{say('arrive.rule', { place })}</p>
      </div>
      <QrCode text={location.href} size={104} label={say('arrive.scan')} />
    </section>
  )
}
