import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon } from '../../display/shared/icons.tsx'
import { every } from '../../gateway/client/page-clock.ts'
import { GIVE_BACK_SECONDS } from '../../gateway/contract/give-back.ts'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { inWords } from './refusal-words.ts'
import type { Session } from './session.ts'
import { say } from './words.ts'

interface Props {
  session: Session
  track: TrackView
  ticketId: string
}

/** For half a minute a number that was taken by mistake can be given back; an appointment's is the desk's to give up. */
export function GiveBack({ session: { hall, id, visit }, track, ticketId }: Props): JSX.Element | null {
  const now = useSignal(hall.now())
  const busy = useSignal(false)
  const refused = useSignal<string | null>(null)
  useEffect(() => every(1000, () => void (now.value = hall.now())), [])
  const seconds = Math.ceil((track.takenAt - now.value) / 1000) + GIVE_BACK_SECONDS
  const isPlain = track.state === 'waiting' && track.appointmentAt === null && track.lateFor === null
  if (refused.value !== null) return <p class="give-back-no">{refused.value}</p>
  if (!isPlain || seconds <= 0 || !hall.online.value) return null
  const giveBack = async (): Promise<void> => {
    const own = visit()
    busy.value = true
    const answer = await hall.order({ type: 'give-back-ticket', terminalId: id, ticketId }, own)
    if (own.aborted) return
    busy.value = false
    if (!answer.ok) refused.value = inWords(answer.error)
  }
  return (
    <button type="button" class="outlined give-back" disabled={busy.value} onClick={() => void giveBack()}>
      <Icon name="close" size={40} stroke={2} />
      {say('giveBack')}
      <small class="num">{say('giveBackIn', { seconds: Math.min(GIVE_BACK_SECONDS, seconds) })}</small>
    </button>
  )
}

/** The number is void: nobody waits for it, and its paper is worth nothing. */
export function GivenBack({ number, onDone }: { number: string; onDone: () => void }): JSX.Element {
  return (
    <main class="screen ticket given-back">
      <div class="above">
        <h1 class="serif">{say('givenBack', { number })}</h1>
        <p class="hint">{say('givenBackHint')}</p>
      </div>
      <div class="below">
        <button type="button" class="main-action" onClick={onDone}>
          {say('done')}
        </button>
      </div>
    </main>
  )
}
