import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ErrorBody } from '../../gateway/contract/messages.ts'
import type { SessionView } from '../../gateway/contract/sign-in.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { signIn } from './calls.ts'
import { Alarm, Submit } from './card-parts.tsx'
import { Field } from './field.tsx'
import { say } from './words.ts'

interface PasswordCardProps {
  place: string | null
  /** Said before anything was typed; null = nothing. */
  note: string | null
  oidc: string | null
  /** Where the city's own sign-in begins. */
  oidcAddress: string
  onDone: (view: SessionView) => void
}

/** Number and password. A wrong try empties the password, keeps the keyboard there, and says how many are left. */
export function PasswordCard({ place, note, oidc, oidcAddress, onDone }: PasswordCardProps): JSX.Element {
  const [number, setNumber] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<ErrorBody | null>(null)
  const [busy, setBusy] = useState(false)
  const [caps, setCaps] = useState(false)
  const [tries, setTries] = useState(0)
  async function enter(): Promise<void> {
    if (busy || number.trim() === '' || password === '') return
    setBusy(true)
    const answer = await signIn(number.trim(), password, place)
    setBusy(false)
    if (answer.ok) return onDone(answer.body)
    setError(answer.error)
    setPassword('')
    setTries(tries + 1)
  }
  return (
    <form
      class="sign-card"
      onSubmit={(event) => {
        event.preventDefault()
        void enter()
      }}
    >
      <Field label={say('number')} value={number} onInput={setNumber} autocomplete="username" focus={0} />
      <Field
        label={say('password')}
        kind="password"
        value={password}
        onInput={setPassword}
        autocomplete="current-password"
        focus={tries === 0 ? null : tries}
        wrong={error !== null}
        onCaps={setCaps}
      />
      {error !== null ? <Wrong error={error} /> : note !== null && <Alarm>{note}</Alarm>}
      {caps && <p class="sign-note">{say('capsOn')}</p>}
      <Submit label={busy ? say('entering') : say('enter')} busy={busy} />
      {oidc !== null && (
        <>
          <div class="sign-or">{say('or')}</div>
          <a class="button sign-other" href={oidcAddress}>
            <Icon name="card" size={26} stroke={1.8} />
            {say('oidc', { name: oidc })}
          </a>
          <p class="sign-note">{say('oidcNote')}</p>
        </>
      )}
      <p class="sign-foot">{say('forgotten')}</p>
    </form>
  )
}

function Wrong({ error }: { error: ErrorBody }): JSX.Element {
  const { times } = (error.details ?? {}) as { times?: number }
  if (error.code !== 'wrong-password' || times === undefined)
    return <Alarm>{error.code === 'not-answered' ? say('away') : error.message}</Alarm>
  return (
    <Alarm>
      <b>{say('wrong')}</b>
      <br />
      {say('wrongMore', { left: times })}
    </Alarm>
  )
}
