import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import { beforeTaking } from '../queue-now.ts'
import type { Session } from '../session.ts'
import type { ListWish, TakeWish } from '../wishes.ts'
import { say } from '../words.ts'

interface Props {
  session: Session
  what: TakeWish
  /** The queue in which it will be; null = known to the gateway alone. */
  queueId: string | null
  /** Handled at a counter of this hall. */
  here: boolean
  list: ListWish
  /** null = there is nothing more to tell. */
  onDetails: (() => void) | null
}

/** What one does after reading: take a number, print the list, take it on the phone. A button that cannot says why. */
export function TakeBar({ session, what, queueId, here, list, onDetails }: Props): JSX.Element {
  const { take, taking, refusal, press, printList } = session
  const printing = useSignal<'idle' | 'busy' | 'done'>('idle')
  const why = here ? session.whyNotOf(queueId) : say('notHere')
  const print = async (): Promise<void> => {
    if (printing.value === 'busy') return
    printing.value = 'busy'
    printing.value = (await printList(list)) ? 'done' : 'idle'
  }
  const queue = session.queues.value.find(({ id }) => id === queueId) ?? null
  const warning = why === null ? beforeTaking(queue) : null
  const words = refusal.value ?? why ?? (printing.value === 'done' ? say('listPrinted') : warning)
  const isGood = refusal.value === null && why === null && words !== warning
  return (
    <>
      <div class="take-bar">
        <button
          type="button"
          class="main-action"
          disabled={why !== null || taking.value}
          onClick={() => void take(what)}
        >
          <Icon name="ticket" size={56} />
          {taking.value ? say('taking') : why === null ? say('take') : say('cannotTake')}
        </button>
        <button
          type="button"
          class="outlined"
          disabled={session.whyNoPaper.value !== null || printing.value === 'busy'}
          onClick={() => void print()}
        >
          <Icon name="printer" size={48} />
          {printing.value === 'busy'
            ? say('listPrinting')
            : session.whyNoPaper.value === null
              ? say('printList')
              : say('noPaperNow')}
        </button>
        <button
          type="button"
          class="outlined carry"
          disabled={session.whyOffline.value !== null}
          onClick={() => press({ type: 'take-away' })}
        >
          <Icon name="phone" size={48} />
          {say('takeAway')}
        </button>
        {onDetails && (
          <button type="button" class="outlined" onClick={onDetails}>
            <Icon name="list" size={48} />
            {say('details')}
          </button>
        )}
      </div>
      {words !== null && (
        <p class={`refusal ${isGood ? 'good' : ''}`} role="status">
          {words}
        </p>
      )}
    </>
  )
}
