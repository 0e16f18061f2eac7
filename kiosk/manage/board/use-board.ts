import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import { after } from '../../../gateway/client/page-clock.ts'
import type { HallConnection } from '../../../gateway/client/connect.ts'
import type { BoardCounter, BoardView } from '../../../gateway/contract/board.ts'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import type { LightsView } from '../../../gateway/contract/lights.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import type { UsualDayView } from '../../../gateway/contract/reports.ts'
import { type Alarm, alarmsOf } from '../../../display/shared/board/alarms.ts'
import { manageCall } from '../manage-call.ts'

export interface Board {
  view: BoardView
  queues: readonly QueueView[]
  counters: ReadonlyMap<string, BoardCounter>
  devices: readonly DeviceView[]
  lights: LightsView | null
  alarms: readonly Alarm[]
  usual: UsualDayView | null
}

const PATIENCE_MS = 60_000
const SOON_MS = 15_000
const AGAIN_MS = 3_600_000

/** All that the board shows, as it is now; null until it has come. Drawn again with every change and each ten seconds. */
export function useBoard(hall: HallConnection): Board | null {
  const [usual, setUsual] = useState<UsualDayView | null>(null)
  const view = hall.view<BoardView>('board').value
  const counters = hall.rows<BoardCounter>('board-counters').value
  const queues = [...hall.rows<QueueView>('queues').value.values()]
  const devices = [...hall.rows<DeviceView>('devices').value.values()]
  const lights = hall.view<LightsView>('lights').value
  useEffect(() => {
    let stop = (): void => {}
    let left = false
    const look = async (): Promise<void> => {
      const answer = await manageCall('/reports/usual', withFields<UsualDayView>('days', 'hall'), null, PATIENCE_MS)
      if (left) return
      if (answer.ok) setUsual(answer.body)
      // The file of past days is opened when somebody first asks, and a day may end while this page is open.
      stop = after(answer.ok ? AGAIN_MS : SOON_MS, () => void look())
    }
    void look()
    return () => {
      left = true
      stop()
    }
  }, [])
  if (view === null || queues.length === 0 || counters.size === 0) return null
  const alarms = alarmsOf({ view, queues, counters: counters.values(), devices, lights, now: hall.now() })
  return { view, queues, counters, devices, lights, alarms, usual }
}
