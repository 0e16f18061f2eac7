import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { accessToken } from '../../../gateway/client/access.ts'
import { ask, withFields } from '../../../gateway/client/ask.ts'
import { after } from '../../../gateway/client/page-clock.ts'
import type { HallConnection } from '../../../gateway/client/connect.ts'
import type { BoardCounter, BoardView } from '../../../gateway/contract/board.ts'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import { clockAt } from '../../../gateway/contract/hall-time.ts'
import type { LightsView } from '../../../gateway/contract/lights.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import type { UsualDayView } from '../../../gateway/contract/reports.ts'
import { alarmsOf } from '../../shared/board/alarms.ts'
import { DayCurve } from '../../shared/board/day-curve.tsx'
import { say } from '../../shared/board/words.ts'
import '../../shared/board/board.css'
import { Mark } from '../../shared/icons.tsx'
import { STALE_MS } from '../../shared/stale.ts'
import { dateIn } from '../../shared/use-stage.ts'
import { BoardAlarms } from './board-alarms.tsx'
import { BoardCounters } from './board-counters.tsx'
import { BoardFigures } from './board-figures.tsx'
import { BoardFoot } from './board-foot.tsx'
import { BoardQueues } from './board-queues.tsx'
import type { BoardShown } from './board-shown.ts'
import { useBoardTopics } from './use-board-topics.ts'
import './board-zone.css'

/** A wall that was not let in hears nothing of the board: after so long it says why. */
const PATIENCE_MS = 8_000

interface BoardZoneProps {
  hall: HallConnection
  screenId: string
  now: number
  /** How old the picture is, ms; 0 while the gateway is there. */
  age: number
}
const PAGE_MS = 12_000
/** The past days are opened when somebody first asks; a wall hangs for months, and each day adds one. */
const USUAL_WITHIN_MS = 60_000
const USUAL_SOON_MS = 30_000
const USUAL_AGAIN_MS = 3_600_000

/** The supervisors' board on a wall: nothing to press, all of it to be read across a room. */
export function BoardZone({ hall, screenId, now, age }: BoardZoneProps): JSX.Element {
  useBoardTopics(hall, screenId)
  const usual = useUsual(screenId)
  const [since] = useState(now)
  const view = hall.view<BoardView>('board').value
  const counters = [...hall.rows<BoardCounter>('board-counters').value.values()]
  if (view === null || counters.length === 0)
    return (
      <div class="board-wall board-wall-empty">
        <Mark size={120} />
        <b>{hall.online.value && now - since > PATIENCE_MS ? say('wall.notLetIn') : say('wall.joining')}</b>
        {hall.online.value && now - since > PATIENCE_MS && <span>{say('wall.notLetInTodo')}</span>}
      </div>
    )
  const shown: BoardShown = {
    view,
    counters,
    usual,
    now,
    queues: [...hall.rows<QueueView>('queues').value.values()],
    devices: [...hall.rows<DeviceView>('devices').value.values()],
    lights: hall.view<LightsView>('lights').value,
    turn: Math.floor(now / PAGE_MS),
  }
  const isStale = age > STALE_MS
  return (
    <div class={isStale ? 'board-wall board-wall-stale' : 'board-wall'}>
      <header>
        <Mark size={68} />
        <span class="serif">{view.hall.name}</span>
        <span class="wall-place">{say('wall.title')}</span>
        <i />
        <span class="wall-live">
          {isStale ? say('wall.stale', { clock: clockAt(now - age, view.hall.timeZone) }) : say('wall.live')}
        </span>
        <span class="wall-place">{dateIn(view.hall.timeZone, now)}</span>
        <b class="num">{clockAt(now, view.hall.timeZone)}</b>
      </header>
      <BoardFigures shown={shown} />
      <section class="wall-card wall-curve">
        <h2>
          {say('wall.curve')} <small>{say('wall.curveNote')}</small>
        </h2>
        <DayCurve view={view} usual={usual} now={now} look={{ width: 624, height: 284, type: 28, line: 5 }} />
      </section>
      <BoardCounters shown={shown} />
      <BoardQueues shown={shown} />
      <BoardAlarms alarms={alarmsOf({ ...shown, counters })} turn={shown.turn} />
      <BoardFoot shown={shown} />
    </div>
  )
}

function useUsual(screenId: string): UsualDayView | null {
  const [usual, setUsual] = useState<UsualDayView | null>(null)
  useEffect(() => {
    let left = false
    let stop = (): void => {}
    const look = async (): Promise<void> => {
      const token = await accessToken('display', screenId)
      const reader = withFields<UsualDayView>('days', 'hall')
      const answer = await ask('/api/v1/reports/usual', reader, { token, withinMs: USUAL_WITHIN_MS })
      if (left) return
      if (answer.ok) setUsual(answer.body)
      stop = after(answer.ok ? USUAL_AGAIN_MS : USUAL_SOON_MS, () => void look())
    }
    void look()
    return () => {
      left = true
      stop()
    }
  }, [screenId])
  return usual
}
