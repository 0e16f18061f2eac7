import type { BoardCounter, BoardView } from '../../../gateway/contract/board.ts'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import type { LightsView } from '../../../gateway/contract/lights.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import type { UsualDayView } from '../../../gateway/contract/reports.ts'

/** What the parts of a board on a wall draw. */
export interface BoardShown {
  view: BoardView
  queues: readonly QueueView[]
  counters: readonly BoardCounter[]
  devices: readonly DeviceView[]
  lights: LightsView | null
  usual: UsualDayView | null
  now: number
  /** Counts pages of lists that are longer than their box. */
  turn: number
}
