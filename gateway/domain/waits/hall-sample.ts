import type { HallModel } from '../hall-model.ts'
import { ticketsIn } from '../line/state.ts'
import type { OfficeState } from '../office-state.ts'
import { isTrusted } from './learnt-wait.ts'
import { type Leavers, leaversOf } from './leavers.ts'
import { hallErrors } from './queue-lessons.ts'
import type { KnownErrors } from './shown-band.ts'

/** What every first call anywhere in the hall moves by a hair: taken as it stood when first asked for in a minute. */
export interface HallSample {
  readonly minute: number
  readonly leavers: Leavers
  /** Whether what the past days taught is shown. */
  readonly trusted: boolean
  /** By how much was erred lately, in all queues. */
  readonly errors: KnownErrors
}

const samples = new WeakMap<OfficeState, { hallModel: HallModel; sample: HallSample }>()

/** `at`: epoch ms of the beginning of a minute. */
export function hallSample(hallModel: HallModel, state: OfficeState, at: number): HallSample {
  const known = samples.get(state)
  const minute = Math.floor(at / 60_000)
  if (known?.hallModel === hallModel && known.sample.minute === minute) return known.sample
  const waited = ticketsIn(state, 'waiting', 'transferred').map(({ takenAt }) => minutesBetween(takenAt, at))
  const sample = {
    minute,
    leavers: leaversOf(state.waits.leavers, waited),
    trusted: isTrusted(state.waits.lessons),
    errors: hallErrors(state.waits.hallOff),
  }
  samples.set(state, { hallModel, sample })
  return sample
}

/** Never less than nothing: what happened later in this minute counts as now. */
export const minutesBetween = (before: number, at: number): number => Math.max(0, at - before) / 60_000
