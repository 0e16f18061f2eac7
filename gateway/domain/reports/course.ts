import type { Wait } from '../../contract/view-parts.ts'
import type { PlannedLeg } from '../flows/leg.ts'

/** Where something happened to a number: what the figures are sorted by. */
export interface Place {
  /** null = of none: a complaint of somebody without a number. */
  readonly queueId: string | null
  readonly matterId: string | null
  readonly counterId: string | null
  readonly actor: string | null
}

/** A time at a counter: from the call until the number left it. */
export interface Stay extends Place {
  readonly queueId: string
  readonly counterId: string
  readonly from: number
  /** When the work began, as far as it was said; null = not said. */
  readonly servingAt: number | null
  readonly to: number
  /** What it came to: the work was done, or not. */
  readonly worked: boolean
}

/** Epoch ms throughout. A thing that happened once, at a time, in a place. */
export interface Happening extends Place {
  readonly at: number
}

/**
 * What became of one number in one day. A value: each fact makes a new one, so that a step that was taken back leaves what was before it.
 */
export interface Course {
  readonly ticketId: string
  readonly takenAt: number
  readonly terminalId: string | null
  readonly taken: Place
  readonly matterName: string | null
  readonly queueId: string
  readonly matterId: string | null
  /** Steps of a flow that follow the present one. */
  readonly legsToCome: readonly PlannedLeg[]
  /** The range that was told when it was taken, and its middle in minutes; null = none, or not to be judged any more. */
  readonly told: { readonly range: NonNullable<Wait>; readonly shown: number } | null
  /** Since when it stands in line; null = it does not. */
  readonly inLineSince: number | null
  readonly inLine: readonly { readonly queueId: string; readonly from: number; readonly to: number }[]
  readonly firstCall: Happening | null
  /** Where it is now; null = at no counter. */
  readonly here: Omit<Stay, 'to' | 'worked'> | null
  readonly stays: readonly Stay[]
  readonly calls: readonly Happening[]
  /** Each with the minutes' worth of waiting before the call, ms. */
  readonly missed: readonly (Happening & { readonly waitedMs: number })[]
  readonly requeued: readonly Happening[]
  readonly transferred: readonly Happening[]
  readonly finished: Happening | null
  readonly left: Happening | null
  readonly givenBack: boolean
}
