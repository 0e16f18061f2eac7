import { type HoursAtWork, noHours } from './hours-at-work.ts'
import { type LearntWait, nothingLearnt } from './learnt-wait.ts'
import { type LeaverMemory, noLeavers } from './leavers.ts'
import type { HallOff, WaitMemory } from './wait-memory.ts'

/** What the hall learnt about waiting; it outlives the day. */
export interface WaitsState {
  /** What the estimates have learnt, by queue. */
  memory: WaitMemory
  /** How far the newest forecasts of the whole hall were off. */
  hallOff: HallOff
  /** How long people wait before they go home. */
  leavers: LeaverMemory
  /** At which hours counters are open. */
  hoursAtWork: HoursAtWork
  /** What the past days taught. */
  lessons: LearntWait
}

export const emptyWaits = (): WaitsState => ({
  memory: new Map(),
  hallOff: { off: [], seen: 0 },
  leavers: noLeavers(),
  hoursAtWork: noHours(),
  lessons: nothingLearnt(),
})
