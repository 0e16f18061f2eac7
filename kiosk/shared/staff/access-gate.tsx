import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { HallConnection } from '../../../gateway/client/connect.ts'
import type { ErrorBody } from '../../../gateway/contract/messages.ts'
import { Icon, Mark } from '../../../display/shared/icons.tsx'
import { sayStaff } from './words.ts'
import { after } from '../../../gateway/client/page-clock.ts'
import { goToSignIn, useStaySignedIn } from './stay-signed-in.ts'

/**
 * Shows the page once this computer may. Whoever is not signed in is led to sign in and comes back here; a token that is none, a page that is not
 * theirs and a place that is not there say so in words. Stays still for the first 300 ms.
 */
export function AccessGate({
  hall,
  ready,
  children,
}: {
  hall: HallConnection
  ready: boolean
  children: ComponentChildren
}): JSX.Element {
  const [late, setLate] = useState(false)
  const [wasIn, setWasIn] = useState(false)
  const access = hall.access.value
  const refusal = hall.refusal.value
  useEffect(() => after(300, () => setLate(true)), [])
  useEffect(() => {
    if (access === 'granted') setWasIn(true)
    if (access === 'refused' && refusal === null) goToSignIn(wasIn ? 'out' : null)
  }, [access])
  useStaySignedIn()
  if (access === 'refused' && refusal !== null) return <Refused hall={hall} />
  if (access === 'not-allowed' && refusal !== null) return <Elsewhere refusal={refusal} />
  if (ready) return <>{children}</>
  if (late && !hall.online.value) return <Away />
  return late ? (
    <div class="still" role="status">
      <i />
      <i />
      <i />
      <span class="unseen">{sayStaff('loading')}</span>
    </div>
  ) : (
    <div />
  )
}

/** The page opened from what this computer keeps, and nothing of the hall has come yet. */
const Away = (): JSX.Element => (
  <main class="gate">
    <div class="gate-card" role="alert">
      <Mark size={56} />
      <h1 class="serif">{sayStaff('awayTitle')}</h1>
      <p>{sayStaff('awayText')}</p>
    </div>
  </main>
)

function Elsewhere({ refusal }: { refusal: ErrorBody }): JSX.Element {
  const isThere = refusal.code === 'not-allowed'
  return (
    <main class="gate">
      <div class="gate-card">
        <Mark size={56} />
        <h1 class="serif">{isThere ? sayStaff('gate.notAllowed') : sayStaff('gate.noPlace')}</h1>
        <p>{isThere ? sayStaff('gate.notAllowedText') : sayStaff('gate.noPlaceText', { why: refusal.message })}</p>
        <a class="button button-main" href="/sign-in">
          {sayStaff('gate.otherPages')}
        </a>
      </div>
    </main>
  )
}

function Refused({ hall }: { hall: HallConnection }): JSX.Element {
  const [token, setToken] = useState('')
  return (
    <main class="gate">
      <form
        class="gate-card"
        onSubmit={(event) => {
          event.preventDefault()
          if (token.trim() !== '') hall.useToken(token)
        }}
      >
        <Mark size={56} />
        <h1 class="serif">{sayStaff('gate.refused')}</h1>
        <p class="gate-why" role="alert">
          <Icon name="warning" size={22} stroke={2} />
          {sayStaff('gate.refusedText')}
        </p>
        <button type="button" class="button button-main" onClick={() => goToSignIn(null)}>
          {sayStaff('gate.signIn')}
        </button>
        <label>
          <span>{sayStaff('gate.token')}</span>
          <input
            value={token}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {sayStaff('gate.tokenButton')}
        </button>
      </form>
    </main>
  )
}
