import type { JSX } from 'preact'
import type { CallView, ScreenView } from '../../gateway/contract/views.ts'
import type { ZoneKind } from '../../gateway/contract/wall-layout.ts'
import { Icon, Mark } from '../../kiosk/shared/icons.tsx'
import { STALE_MS, WAITS_VANISH_MS } from '../shared/stale.ts'
import { clockIn, dateIn } from '../shared/use-stage.ts'
import { CallRow } from './call-row.tsx'
import { type Broken, MediaZone } from './media-zone.tsx'
import { LoadZone, MissedZone, WaitingZone, pageOf } from './queue-zones.tsx'
import { type Places, picture, placeOf } from './rows.ts'
import { words } from './words.ts'

const RED_MS = 60_000
const PAGE_MS = 12_000

export interface WallState {
  view: ScreenView
  places: Places
  speaking: CallView | null
  now: number
  /** How old the picture is; 0 while the gateway is there. */
  age: number
  heardAt: number
  onPlayed: (id: string, seconds: number) => void
  onBroken: (id: string, why: Broken) => void
}

/** What stands in one zone of the layout; `width` and `height` in drawing pixels, to know how much fits. */
export function Zone({
  kind,
  width,
  height,
  columns,
  state,
}: {
  kind: ZoneKind
  width: number
  height: number
  columns: number
  state: WallState
}): JSX.Element | null {
  const { view, now, age } = state
  const turn = Math.floor(now / PAGE_MS)
  const stale = age > STALE_MS
  const zone = view.hall.timeZone
  const lines = Math.max(1, Math.floor((height - 58) / 64))
  switch (kind) {
    case 'calls':
      return <Calls state={state} most={view.screen.rows * columns} />
    case 'brand':
      return <Brand state={state} />
    case 'clock':
      return <span class="num">{clockIn(zone, now)}</span>
    case 'waiting':
      return <WaitingZone width={width} queues={view.waiting} each={lines} turn={turn} waitsKnown={age <= WAITS_VANISH_MS} />
    case 'load':
      // People and bars are of now or of nothing.
      return age > WAITS_VANISH_MS ? (
        <p class="age">{words.stale(clockIn(zone, state.heardAt))}</p>
      ) : (
        <LoadZone width={width} queues={view.waiting} each={lines} turn={turn} />
      )
    case 'missed':
      return stale ? <p class="age">{words.stale(clockIn(zone, state.heardAt))}</p> : <MissedZone view={view} turn={turn} />
    case 'notices':
      return (
        <>
          {pageOf(view.notices, 2, turn).map(({ id, text }) => (
            <p key={id}>{text}</p>
          ))}
        </>
      )
    case 'media':
      return <MediaZone items={view.media ?? []} onPlayed={state.onPlayed} onBroken={state.onBroken} />
    case 'ticker': {
      const spoken = view.wall.announcements.at(-1)?.text['zh-Hans']
      const notice = view.notices[turn % Math.max(1, view.notices.length)]
      return (
        <>
          <Icon name={spoken === undefined ? 'notice' : 'speaker'} size={52} stroke={1.7} />
          <span>{stale ? words.listen(clockIn(zone, state.heardAt)) : (spoken ?? notice?.text ?? '')}</span>
          {!stale && spoken === undefined && view.notices.length > 1 && <small>{words.notices((turn % view.notices.length) + 1, view.notices.length)}</small>}
        </>
      )
    }
  }
}

function Calls({ state: { view, places, speaking, now }, most }: { state: WallState; most: number }): JSX.Element {
  const { current, list } = picture(view.calls, most, speaking)
  const mongolian = view.wall.scripts.order.includes('mn-Mong') ? view.wall.scripts.words.counterUnit : null
  if (!current)
    return (
      <div class="no-calls">
        <b>{words.noCalls}</b>
        <span>{words.noCallsHint}</span>
      </div>
    )
  const red = speaking !== null || now - current.calledAt < RED_MS
  const shared = { mongolian }
  return (
    <>
      <CallRow key={current.callId} {...shared} call={current} place={placeOf(places, current)} current red={red} swelling={speaking !== null} />
      {list.map((call) => (
        <CallRow key={call.callId} {...shared} call={call} place={placeOf(places, call)} current={false} red={false} swelling={false} />
      ))}
    </>
  )
}

function Brand({ state: { view, now } }: { state: WallState }): JSX.Element {
  const { order, words: mongolian } = view.wall.scripts
  const both = order.includes('mn-Mong') && mongolian.hallName !== null
  const column = both && <span class="mong">{mongolian.hallName}</span>
  return (
    <>
      <Mark size={76} />
      {order[0] === 'mn-Mong' && column}
      <div>
        <b class="serif">{view.hall.name}</b>
        <span>{dateIn(view.hall.timeZone, now)}</span>
      </div>
      {order[0] !== 'mn-Mong' && column}
    </>
  )
}
