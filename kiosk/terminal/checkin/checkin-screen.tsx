import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon } from '../../../display/shared/icons.tsx'
import { Keyboard } from '../find/keyboard.tsx'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import { redeemCode } from './redeem-code.ts'

const LONGEST = 32

/** The code of an appointment becomes a number: typed here, or read by the scanner. */
export function CheckinScreen({ session }: { session: Session }): JSX.Element {
  const { taking, refusal, whyOffline } = session
  const code = useSignal('')
  /** Codes of other systems may hold letters. */
  const letters = useSignal(false)
  const why = whyOffline.value
  const write = (text: string): void => {
    code.value = text.replace(/\s/g, '').toUpperCase().slice(0, LONGEST)
    refusal.value = null
  }
  const redeem = (): void => {
    if (code.value.length >= 4 && !taking.value) void redeemCode(session, code.value)
  }
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (
        event.isComposing ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.target instanceof HTMLInputElement
      )
        return
      if (/^[a-zA-Z0-9-]$/.test(event.key)) write(code.peek() + event.key)
      else if (event.key === 'Backspace') write(code.peek().slice(0, -1))
      else if (event.key === 'Enter') redeem()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
  return (
    <main class="screen progress checkin">
      <div class="above">
        <h1 class="serif">{say('checkinTitle')}</h1>
        <p class="hint">{say('checkinHint')}</p>
        <label class="field active">
          <span>{say('checkinCode')}</span>
          <input
            value={/^\d{5,8}$/.test(code.value) ? `${code.value.slice(0, 4)} ${code.value.slice(4)}` : code.value}
            aria-label={say('checkinCode')}
            autocomplete="off"
            spellcheck={false}
            inputmode="none"
            onInput={(event) => write(event.currentTarget.value)}
          />
        </label>
        {(refusal.value ?? why) !== null && (
          <p class="refusal" role="alert">
            {refusal.value ?? why}
          </p>
        )}
      </div>
      <div class="below">
        <button
          type="button"
          class="main-action"
          disabled={code.value.length < 4 || taking.value || why !== null}
          onClick={redeem}
        >
          {taking.value ? say('taking') : say('checkinGo')}
        </button>
        {letters.value ? (
          <Keyboard
            live={null}
            digitsFirst={false}
            onKey={(key) => write(code.value + key)}
            onDelete={() => write(code.value.slice(0, -1))}
            onClear={() => write('')}
            onDepartments={null}
          />
        ) : (
          <div class="digit-pad">
            {[...'123456789'].map((digit) => (
              <button type="button" class="key num" key={digit} onClick={() => write(code.value + digit)}>
                {digit}
              </button>
            ))}
            <button type="button" class="key tool" onClick={() => void (letters.value = true)}>
              ABC
            </button>
            <button type="button" class="key num" onClick={() => write(`${code.value}0`)}>
              0
            </button>
            <button
              type="button"
              class="key tool"
              aria-label={say('delete')}
              onClick={() => write(code.value.slice(0, -1))}
            >
              <Icon name="erase" size={48} />
            </button>
          </div>
        )}
      </div>
    </main>
  )
}
