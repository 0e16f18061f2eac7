import { createMachine } from '@xstate/fsm'
import type { CallView } from '../../gateway/contract/views.ts'

export type CallOutState = 'idle' | 'chime' | 'speak' | 'gap' | 'takeover'
export type CallOutEvent = { type: 'call' } | { type: 'ended' } | { type: 'emergency' } | { type: 'lifted' }

/** One call after another: nothing cuts one off but an emergency. A call that comes meanwhile waits in the list. */
export const callOutMachine = createMachine<object, CallOutEvent, { value: CallOutState; context: object }>({
  id: 'call-out',
  initial: 'idle',
  states: {
    idle: { on: { call: 'chime', emergency: 'takeover' } },
    chime: { on: { ended: 'speak', emergency: 'takeover' } },
    speak: { on: { ended: 'gap', emergency: 'takeover' } },
    gap: { on: { ended: 'idle', emergency: 'takeover' } },
    takeover: { on: { lifted: 'idle' } },
  },
})
export const nextCallOut = (state: CallOutState, event: CallOutEvent): CallOutState =>
  callOutMachine.transition(state, event).value

/** After this a call is only listed: the visitor has long seen it, or gone. */
export const TOO_OLD_MS = 60_000
const REMEMBERED = 200

export interface CallOuts {
  /** Calls that have been taken up, by id, oldest first; bounded. */
  known: readonly string[]
  /** Still to be spoken, oldest first. */
  waiting: readonly CallView[]
}
/** What a reload must not say again: begun or too old, but not what still waits to be spoken. */
export function settledOf({ known, waiting }: CallOuts): string[] {
  const open = new Set(waiting.map(({ callId }) => callId))
  return known.filter((callId) => !open.has(callId))
}
export const noCallOuts = (known: readonly string[]): CallOuts => ({ known, waiting: [] })

/** Takes up what a view brings: each call once, in the order called; the too old ones and those taken back without a word. */
export function takeUp(
  { known: taken, waiting }: CallOuts,
  calls: readonly CallView[],
  now: number,
  takenBack: readonly string[] = [],
): CallOuts {
  const before = { known: taken, waiting: waiting.filter(({ callId }) => !takenBack.includes(callId)) }
  const known = new Set(before.known)
  const fresh = [...calls]
    .reverse()
    .filter(({ callId }) => !known.has(callId))
    .sort((one, other) => one.calledAt - other.calledAt)
  if (fresh.length === 0) return before
  return {
    known: [...before.known, ...fresh.map(({ callId }) => callId)].slice(-REMEMBERED),
    waiting: [...before.waiting, ...fresh.filter(({ calledAt }) => now - calledAt <= TOO_OLD_MS)],
  }
}
