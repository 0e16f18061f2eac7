import { createMachine } from '@xstate/fsm'
import type { CallView } from '../../gateway/contract/display-views.ts'

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

/** Seen this long after it was made, a call comes out of a gap: whoever is called now goes first. */
const LATE_MS = 10_000
/** Older than this a call out of a gap is only listed: the visitor has long seen it, or gone. */
export const TOO_OLD_MS = 60_000
/** A call that was seen in time waits for its turn in a crowd, but not behind an emergency of half an hour. */
const PATIENCE_MS = 300_000
const REMEMBERED = 200

export interface CallOuts {
  /** Calls that have been taken up, by id, oldest first; bounded. */
  known: readonly string[]
  /** Still to be spoken, in the order called. */
  waiting: readonly CallView[]
  /** Out of a gap: spoken when nobody else waits, the newest first. */
  late: readonly CallView[]
}
/** What a reload must not say again: begun or too old, but not what still waits to be spoken. */
export function settledOf({ known, waiting, late }: CallOuts): string[] {
  const open = new Set([...waiting, ...late].map(({ callId }) => callId))
  return known.filter((callId) => !open.has(callId))
}
export const noCallOuts = (known: readonly string[]): CallOuts => ({ known, waiting: [], late: [] })

/**
 * Takes up what a view brings: each call once; those taken back without a word. To a wall that has just begun a call from a time to come is an
 * old one: the hall's clock was ahead when it was made.
 */
export function takeUp(
  before: CallOuts,
  calls: readonly CallView[],
  now: number,
  takenBack: readonly string[] = [],
): CallOuts {
  const known = new Set(before.known)
  const fresh = [...calls]
    .reverse()
    .filter(({ callId }) => !known.has(callId))
    .sort((one, other) => one.calledAt - other.calledAt)
  const hasBegun = before.known.length > 0
  const isLate = ({ calledAt }: CallView): boolean =>
    now - calledAt > LATE_MS || (!hasBegun && calledAt - now > LATE_MS)
  const stays = ({ callId }: CallView): boolean => !takenBack.includes(callId)
  return {
    known:
      fresh.length === 0 ? before.known : [...before.known, ...fresh.map(({ callId }) => callId)].slice(-REMEMBERED),
    waiting: [...before.waiting, ...fresh.filter((call) => !isLate(call))].filter(stays),
    late: [...fresh.filter(isLate).reverse(), ...before.late].filter(stays),
  }
}

/**
 * The call to be spoken at this moment, and what waits behind it. Whether its visitor is still awaited there is asked of the newest view, and how
 * old it is of the clock: what was true when it came may be long over. Who has come already is called only when nobody is awaited.
 */
export function nextCall(
  outs: CallOuts,
  calls: readonly CallView[],
  now: number,
): { next: CallView | null; outs: CallOuts } {
  const standing = new Map(calls.map((call) => [call.callId, call.standing]))
  const isAwaited = ({ callId }: CallView): boolean => standing.get(callId) === 'called'
  const hasCome = ({ callId }: CallView): boolean => standing.get(callId) === 'come'
  const isYoung =
    (most: number) =>
    ({ calledAt }: CallView): boolean =>
      now - calledAt <= most
  const isOfNow = ({ calledAt }: CallView): boolean => calledAt - now <= LATE_MS
  const waiting = outs.waiting.filter(isYoung(PATIENCE_MS)).filter((call) => isAwaited(call) || hasCome(call))
  const late = outs.late.filter(isYoung(TOO_OLD_MS)).filter(isOfNow).filter(isAwaited)
  const awaited = waiting.find(isAwaited)
  if (awaited) return { next: awaited, outs: { ...outs, waiting: waiting.slice(waiting.indexOf(awaited) + 1), late } }
  const [first = null, ...others] = late.length > 0 ? late : waiting
  const left = late.length > 0 ? { waiting: [], late: others } : { waiting: others, late }
  return { next: first, outs: { ...outs, ...left } }
}
