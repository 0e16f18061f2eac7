import type { LegState } from '../../contract/flow-legs.ts'

/** One step: one queue, with the matters that are done there one after the other. */
export interface Leg {
  readonly queueId: string
  readonly matterIds: readonly string[]
  readonly state: LegState
}
export type PlannedLeg = Pick<Leg, 'queueId' | 'matterIds'>
