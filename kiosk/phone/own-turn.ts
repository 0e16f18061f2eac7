import { useSignal } from '@preact/signals'
import { anything, ask } from '../../gateway/client/ask.ts'
import { newId } from '../../gateway/client/page-clock.ts'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'

/** What the holder of a number may do with it; the paths of the gateway. */
export type OwnWish = 'cancel' | 'later' | 'coming' | 'help' | 'arrive'

export const isInLine = ({ state }: Pick<TrackView, 'state'>): boolean => state === 'waiting' || state === 'transferred'

/** Taken from outside, its holder has not come, and it is still worth coming for. */
export const isExpected = (view: Pick<TrackView, 'state' | 'arrival'>): boolean =>
  view.arrival === 'to-come' && (isInLine(view) || view.state === 'missed')

/** Sends wishes one at a time; `trouble` is the gateway's own sentence when it says no. */
export function useOwnTurn(token: string) {
  const trouble = useSignal<string | null>(null)
  const underWay = useSignal<OwnWish | null>(null)
  const wish = async (what: OwnWish, body: object = {}): Promise<void> => {
    if (underWay.value !== null) return
    underWay.value = what
    trouble.value = null
    const answer = await ask(`/api/v1/track/${token}/${what}`, anything, { body, key: `${what}-${newId()}` })
    underWay.value = null
    if (!answer.ok) trouble.value = answer.error.message
  }
  return { trouble, underWay, wish }
}

export type OwnTurn = ReturnType<typeof useOwnTurn>
