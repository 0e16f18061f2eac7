import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import { beforeTaking } from '../queue-now.ts'
import { usePrinting } from '../use-printing.ts'
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
  const names = { label: say('printList'), printed: say('listPrinted') }
  const printing = usePrinting(session, names, () => printList(list))
  const why = here ? session.whyNotOf(queueId) : say('notHere')
  const queue = session.queues.value.find(({ id }) => id === queueId) ?? null
  const warning = why === null ? beforeTaking(queue) : null
  const words = refusal.value ?? why ?? printing.words ?? warning
  const isGood = refusal.value === null && why === null && printing.isGood
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
        <button type="button" class="outlined" disabled={printing.isOff} onClick={() => void printing.press()}>
          <Icon name="printer" size={48} />
          {printing.label}
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
