import { type HoursAtWork, noHours } from './hours-at-work.ts'
import { type LearntWait, nothingLearnt } from './learnt-wait.ts'
import { type LeaverMemory, noLeavers } from './leavers.ts'
import type { WaitMemory } from './wait-memory.ts'

/** What the hall learnt about waiting; it outlives the day. */
export interface WaitsState {
  /** What the estimates have learnt, by queue. */
  memory: WaitMemory
  /** How long people wait before they go home. */
  leavers: LeaverMemory
  /** At which hours counters are open. */
  hoursAtWork: HoursAtWork
  /** What the past days taught. */
  lessons: LearntWait
}

export const emptyWaits = (): WaitsState => ({
  memory: new Map(),
  leavers: noLeavers(),
  hoursAtWork: noHours(),
  lessons: nothingLearnt(),
})
