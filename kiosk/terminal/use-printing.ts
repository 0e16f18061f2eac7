import { useSignal } from '@preact/signals'
import type { Session } from './session.ts'
import { say } from './words.ts'

export interface Printing {
  /** The button can do nothing: no paper comes out here, or it is at it. */
  isOff: boolean
  /** What stands on the button. */
  label: string
  /** What became of it, in words; null = nothing was ordered, or why not stands in the session's refusal. */
  words: string | null
  /** It went to the printer, and the printer has not said that it failed. */
  isGood: boolean
  press(): Promise<void>
  /** Something else is looked at: what became of it is told no longer. */
  forget(): void
}

/** A paper that a visitor takes from this machine's own slot; `print` resolves with whether it was ordered. */
export function usePrinting(
  session: Session,
  names: { label: string; printed: string },
  print: () => Promise<boolean>,
): Printing {
  const state = useSignal<'idle' | 'busy' | 'done'>('idle')
  const why = session.whyNoPaper.value
  const done = state.value === 'done'
  return {
    isOff: why !== null || state.value === 'busy',
    label: state.value === 'busy' ? say('listPrinting') : (why ?? names.label),
    words: !done ? null : why === null ? names.printed : say('printFailed'),
    isGood: done && why === null,
    async press() {
      if (state.value === 'busy') return
      state.value = 'busy'
      state.value = (await print()) ? 'done' : 'idle'
    },
    forget() {
      if (state.value === 'done') state.value = 'idle'
      session.refusal.value = null
    },
  }
}
