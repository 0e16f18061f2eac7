import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { HallConnection } from '../../../gateway/client/connect.ts'
import { Mark } from '../../../display/shared/icons.tsx'
import { sayStaff } from './words.ts'
import { after } from '../../../gateway/client/page-clock.ts'

/** Shows the page once this computer may; asks for a token when it may not; stays still for the first 300 ms. */
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
  useEffect(() => after(300, () => setLate(true)), [])
  if (hall.access.value === 'refused') return <TokenForm hall={hall} />
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

function TokenForm({ hall }: { hall: HallConnection }): JSX.Element {
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
        <h1 class="serif">{sayStaff('gateTitle')}</h1>
        <p>{sayStaff('gateText')}</p>
        <label>
          <span>{sayStaff('gateField')}</span>
          <input
            value={token}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button button-main">
          {sayStaff('gateButton')}
        </button>
      </form>
    </main>
  )
}
