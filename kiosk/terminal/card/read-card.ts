import { type Signal, signal } from '@preact/signals'
import { accessToken } from '../../../gateway/client/access.ts'
import { anything, ask } from '../../../gateway/client/ask.ts'
import type { CardSignal } from '../../../gateway/contract/signals.ts'
import type { TakeWish } from '../wishes.ts'
import { after, ticks } from '../../../gateway/client/page-clock.ts'

/** Where the question about the ID card stands; null = it is not asked. `seen`: mask and surname, shown for a moment and kept nowhere. */
export interface CardQuestion {
  wish: TakeWish
  step: 'notice' | CardSignal['state']
  seen: { mask: string; surname: string } | null
}
export interface CardReading {
  readonly question: Signal<CardQuestion | null>
  ask(wish: TakeWish): void
  agree(): void
  /** A number without a card. */
  without(): void
  /** Back to where the visitor was; nothing of a card stays. */
  leave(): void
  hear(said: CardSignal): void
}

/** The terminal's side of an ID card: first the notice, then the reading, then the number. `take` gives the number. */
export function readCard(
  terminalId: string,
  take: (wish: TakeWish, withCard: boolean) => void,
  touch: () => void,
): CardReading {
  const question = signal<CardQuestion | null>(null)
  async function order(action: 'read' | 'stop'): Promise<boolean> {
    const madeAt = ticks()
    const token = await accessToken('terminal', terminalId)
    const { ok } = await ask(`/api/v1/terminals/${terminalId}/reader`, anything, { body: { action }, token, madeAt })
    return ok
  }
  const become = (change: Partial<CardQuestion>): void => {
    if (question.value) question.value = { ...question.value, ...change }
  }
  return {
    question,
    ask: (wish) => void (question.value = { wish, step: 'notice', seen: null }),
    agree() {
      become({ step: 'waiting' })
      const asked = question.value?.wish
      void order('read').then((ok) => {
        if (!ok && question.value?.wish === asked) become({ step: 'mute' })
      })
    },
    without() {
      const asked = question.value
      question.value = null
      if (!asked) return
      // The number does not wait for the reader: it may come when this visitor has gone.
      void order('stop')
      take(asked.wish, false)
    },
    leave() {
      if (question.value === null) return
      question.value = null
      void order('stop')
    },
    hear({ state, mask, surname }) {
      const asked = question.value
      if (!asked || asked.step === 'notice' || asked.step === 'read') return
      touch()
      become({ step: state, seen: mask === null || surname === null ? null : { mask, surname } })
      if (state === 'read') {
        // Long enough to be seen, short enough not to be a wait.
        after(SEEN_MS, () => {
          if (question.value?.step !== 'read' || question.value.wish !== asked.wish) return
          question.value = null
          take(asked.wish, true)
        })
      }
    },
  }
}
const SEEN_MS = 1_200
