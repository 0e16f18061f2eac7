import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '../shared/rating/words.ts'
import type { Press } from './next-rating-screen.ts'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '0'] as const
const LONGEST = 20
/** As the gateway takes it. */
const isTelephone = (text: string): boolean => /^\d[\d-]{5,19}$/.test(text)

export function TelephonePad({ telephone, press }: { telephone: string; press: (one: Press) => void }): JSX.Element {
  const typed = useSignal(telephone)
  const type = (key: string): void => void (typed.value = (typed.value + key).slice(0, LONGEST))
  return (
    <main class="tablet-dial">
      <div class="tablet-dial-left">
        <h1 class="serif">{say('telephoneTitle')}</h1>
        <p>{say('telephoneHint')}</p>
        <output class="num">{typed.value}</output>
        <div class="tablet-dial-foot">
          <button type="button" class="tablet-button" onClick={() => press({ type: 'telephone', telephone: null })}>
            {say('cancel')}
          </button>
          <button
            type="button"
            class="tablet-button tablet-main"
            disabled={!isTelephone(typed.value)}
            onClick={() => press({ type: 'telephone', telephone: typed.value })}
          >
            {say('writeDone')}
          </button>
        </div>
      </div>
      <div class="tablet-keys">
        {KEYS.map((key) => (
          <button type="button" class="num" key={key} onClick={() => type(key)}>
            {key}
          </button>
        ))}
        <button type="button" onClick={() => void (typed.value = typed.value.slice(0, -1))}>
          {say('erase')}
        </button>
      </div>
    </main>
  )
}
