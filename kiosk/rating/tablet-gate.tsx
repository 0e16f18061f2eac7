import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { after } from '../../gateway/client/page-clock.ts'
import type { HallConnection } from '../../gateway/client/connect.ts'
import { Mark } from '../../display/shared/icons.tsx'
import { say } from '../shared/rating/words.ts'

const PATIENCE_MS = 3_000

/** Shows the tablet once it may speak for its counter. It is a device and no person: nobody signs in here, it is given a token of its own. */
export function TabletGate({
  hall,
  counterId,
  ready,
  children,
}: {
  hall: HallConnection
  counterId: string
  ready: boolean
  children: ComponentChildren
}): JSX.Element {
  const token = useSignal('')
  const late = useSignal(false)
  useEffect(() => after(PATIENCE_MS, () => void (late.value = true)), [])
  if (ready) return <>{children}</>
  const access = hall.access.value
  if (access === 'granted' && hall.online.value && late.value)
    return <Plain words={say('gateNoCounter', { id: counterId })} />
  if (access !== 'refused' && access !== 'not-allowed') return <Plain words={late.value ? say('away') : ''} />
  return (
    <main class="tablet-gate">
      <Mark size={84} />
      <h1 class="serif">{say('gateTitle', { id: counterId })}</h1>
      <p>{say('gateHint', { id: counterId })}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (token.value.trim() !== '') hall.useToken(token.value)
        }}
      >
        <input
          value={token.value}
          autocomplete="off"
          spellcheck={false}
          aria-label={say('gateField')}
          placeholder={say('gateField')}
          onInput={(event) => void (token.value = event.currentTarget.value)}
        />
        <button type="submit" class="tablet-button tablet-main">
          {say('gateButton')}
        </button>
      </form>
    </main>
  )
}

const Plain = ({ words }: { words: string }): JSX.Element => (
  <main class="tablet-gate">
    <Mark size={84} />
    <p role="status">{words}</p>
  </main>
)
