import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { facts } from '../hall-facts.ts'
import { Keyboard } from '../find/keyboard.tsx'
import { useGoesWithScreen } from '../goes-with-screen.ts'
import type { Session } from '../session.ts'
import { useTypedKeys } from '../use-typed-keys.ts'
import { type Word, say } from '../words.ts'
import { redeemCode } from './redeem-code.ts'

const LONGEST = 32
/** A042: taken from outside, its holder has come. */
const NUMBER = /^[A-Z]\d{3,4}$/

const checkinHint = (): Word =>
  !facts.value.remoteNumbers ? 'checkinHint' : facts.value.booking ? 'checkinHintBoth' : 'checkinHintRemote'

/** The code of an appointment becomes a number, and the holder of one from outside says to be here: typed, or read by the scanner. */
export function CheckinScreen({ session }: { session: Session }): JSX.Element {
  const { taking, refusal, whyOffline } = session
  const code = useSignal('')
  const arrived = useSignal<string | null>(null)
  useGoesWithScreen(code)
  const why = whyOffline.value
  const write = (text: string): void => {
    code.value = text.replace(/\s/g, '').toUpperCase().slice(0, LONGEST)
    refusal.value = null
    arrived.value = null
  }
  const redeem = (): void => {
    if (code.value.length < 4 || taking.value) return
    if (facts.value.remoteNumbers && NUMBER.test(code.value))
      void session.arrive(code.value).then((told) => void (arrived.value = told))
    else void redeemCode(session, code.value)
  }
  useTypedKeys((key) => {
    if (/^[a-zA-Z0-9-]$/.test(key)) write(code.peek() + key)
    else if (key === 'Backspace') write(code.peek().slice(0, -1))
    else if (key === 'Enter') redeem()
  })
  return (
    <main class="screen progress search checkin">
      <div class="above">
        <h1 class="serif">{say('checkinTitle')}</h1>
        <p class="hint">{say(checkinHint())}</p>
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
        {arrived.value !== null && (
          <p class="arrived" role="status">
            {arrived.value}
          </p>
        )}
        {(refusal.value ?? why) !== null && (
          <p class="refusal" role="alert">
            {refusal.value ?? why}
          </p>
        )}
        <button
          type="button"
          class="main-action"
          disabled={code.value.length < 4 || taking.value || why !== null}
          onClick={redeem}
        >
          {taking.value ? say('taking') : say('checkinGo')}
        </button>
      </div>
      <Keyboard
        live={null}
        withDigits={true}
        onKey={(key) => write(code.value + key)}
        onDelete={() => write(code.value.slice(0, -1))}
        onClear={() => write('')}
        onDepartments={null}
      />
    </main>
  )
}
