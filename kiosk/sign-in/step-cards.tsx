import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Asked } from '../../gateway/client/ask.ts'
import type { ErrorBody } from '../../gateway/contract/messages.ts'
import type { SessionView } from '../../gateway/contract/sign-in.ts'
import { QrCode } from '../../display/shared/qr-code.tsx'
import { changePassword, giveCode, joinPhone, phoneKey } from './calls.ts'
import { Alarm, CardTitle, Submit } from './card-parts.tsx'
import { Field } from './field.tsx'
import { say } from './words.ts'

interface StepProps {
  hallName: string
  onDone: (view: SessionView) => void
}

/** What is being done, and what it was answered with. */
function useStep(onDone: StepProps['onDone']) {
  const [error, setError] = useState<ErrorBody | null>(null)
  const [busy, setBusy] = useState(false)
  const [tries, setTries] = useState(0)
  const run = async (work: () => Promise<Asked<SessionView>>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    const answer = await work()
    setBusy(false)
    if (answer.ok) onDone(answer.body)
    else {
      setError(answer.error)
      setTries((before) => before + 1)
    }
    return answer.ok
  }
  return { error, busy, tries, run, setError }
}
const Said = ({ error }: { error: ErrorBody | null }): JSX.Element | null =>
  error && <Alarm>{error.code === 'not-answered' ? say('away') : error.message}</Alarm>

/** The digits of the phone that was joined before. */
export function CodeCard({ hallName, onDone }: StepProps): JSX.Element {
  const [code, setCode] = useState('')
  const { error, busy, tries, run } = useStep(onDone)
  return (
    <form
      class="sign-card"
      onSubmit={(event) => {
        event.preventDefault()
        void run(() => giveCode(code)).then((ok) => ok || setCode(''))
      }}
    >
      <CardTitle title={say('code.title')} lead={say('code.lead', { hall: hallName })} />
      <Field
        label={say('code.field')}
        kind="digits"
        value={code}
        onInput={setCode}
        autocomplete="one-time-code"
        focus={tries}
        wrong={error !== null}
      />
      <Said error={error} />
      <Submit label={say('code.next')} busy={busy} />
      <p class="sign-foot">{say('code.lost')}</p>
    </form>
  )
}

/** An own password instead of the one that was given out. */
export function NewPasswordCard({ onDone }: StepProps): JSX.Element {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [differ, setDiffer] = useState(false)
  const { error, busy, tries, run } = useStep(onDone)
  return (
    <form
      class="sign-card"
      onSubmit={(event) => {
        event.preventDefault()
        setDiffer(password !== again)
        if (password === again) void run(() => changePassword(password))
      }}
    >
      <CardTitle title={say('new.title')} lead={say('new.lead')} />
      <Field
        label={say('new.field')}
        kind="password"
        value={password}
        onInput={setPassword}
        autocomplete="new-password"
        focus={tries}
        wrong={error !== null}
      />
      <p class="sign-note">{say('new.rule')}</p>
      <Field
        label={say('new.again')}
        kind="password"
        value={again}
        onInput={setAgain}
        autocomplete="new-password"
        wrong={differ}
      />
      {differ ? <Alarm>{say('new.differ')}</Alarm> : <Said error={error} />}
      <Submit label={say('new.save')} busy={busy} />
    </form>
  )
}

/** Joins a phone: its app reads the code, and shows digits that prove it. */
export function JoinPhoneCard({ onDone }: StepProps): JSX.Element {
  const [uri, setUri] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const { error, busy, tries, run, setError } = useStep(onDone)
  useEffect(() => {
    void phoneKey().then((answer) => (answer.ok ? setUri(answer.body.uri) : setError(answer.error)))
  }, [])
  const secret = uri === null ? '' : (new URL(uri).searchParams.get('secret') ?? '')
  return (
    <form
      class="sign-card"
      onSubmit={(event) => {
        event.preventDefault()
        void run(() => joinPhone(code)).then((ok) => ok || setCode(''))
      }}
    >
      <CardTitle title={say('join.title')} lead={say('join.lead')} />
      <div class="sign-qr">{uri !== null && <QrCode text={uri} size={184} label={say('join.qr')} />}</div>
      <p class="sign-note">
        {say('join.byHand')}
        <span class="num sign-secret">{secret.match(/.{1,4}/g)?.join(' ')}</span>
      </p>
      <Field
        label={say('join.field')}
        kind="digits"
        value={code}
        onInput={setCode}
        autocomplete="one-time-code"
        focus={tries}
        wrong={error !== null}
      />
      <Said error={error} />
      <Submit label={say('join.save')} busy={busy} />
    </form>
  )
}
