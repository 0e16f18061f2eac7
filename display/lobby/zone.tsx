import { clockAt } from '../../gateway/contract/hall-time.ts'
import type { JSX } from 'preact'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { CallView } from '../../gateway/contract/display-views.ts'
import type { WallShown } from './wall-shown.ts'
import type { ZoneKind } from '../../gateway/contract/wall-layout.ts'
import { Mark } from '../shared/icons.tsx'
import { STALE_MS, WAITS_VANISH_MS } from '../shared/stale.ts'
import { dateIn } from '../shared/use-stage.ts'
import { later } from '../shared/later.tsx'
import { CallRow } from './call-row.tsx'
import { Beside } from './beside.tsx'
import { mongolianWord } from '../shared/mongolian-word.ts'
import { BothScripts } from './both-scripts.tsx'
import type { Placed } from './placing.ts'
import { noCalls } from './no-calls-hint.ts'
import { LoadZone, MissedZone, WaitingZone } from './queue-zones.tsx'
import { type Places, picture, placeInEnglish, placeOf } from './rows.ts'
import type { Broken } from './slides.tsx'
import { Ticker } from './ticker.tsx'
import { say, sayBeside, turnIn, wordsIn } from './words.ts'

/** These hang on few walls; their part of the page comes to those. */
const TakeZone = later(() => import('./take-zone.tsx').then((part) => part.TakeZone))
const BoardZone = later(() => import('./board/board-zone.tsx').then((part) => part.BoardZone))

const RED_MS = 60_000
const PAGE_MS = 12_000
type Side = Placed['full']
const nothing: Side = { notices: [], media: [] }

export interface WallState {
  hall: HallConnection
  view: WallShown
  places: Places
  placed: Placed
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
  hasList,
  state,
}: {
  kind: ZoneKind
  width: number
  height: number
  columns: number
  /** Another zone of this wall lists the lines. */
  hasList: boolean
  state: WallState
}): JSX.Element | null {
  const { view, now, age } = state
  const turn = Math.floor(now / PAGE_MS)
  const stale = age > STALE_MS
  const zone = view.hall.timeZone
  const { isEnglish } = turnIn(view.wall.scripts, turn)
  const sayNow = wordsIn(isEnglish)
  const lines = Math.max(1, Math.floor((height - 58) / 64))
  const load = <LoadZone width={width} scripts={view.wall.scripts} queues={view.waiting} each={lines} turn={turn} />
  const beside = (
    own: JSX.Element | null,
    choose = (here: Side): Side => here,
    idle: JSX.Element | null = null,
  ): JSX.Element => (
    <Beside
      width={width}
      height={height}
      own={own}
      idle={idle}
      onPlayed={state.onPlayed}
      onBroken={state.onBroken}
      {...choose(state.placed.beside.get(kind) ?? nothing)}
    />
  )
  switch (kind) {
    case 'calls':
      return <Calls state={state} most={view.screen.rows * columns} />
    case 'brand':
      return <Brand state={state} />
    case 'clock':
      return <span class="num">{clockAt(now, zone)}</span>
    case 'waiting':
      return beside(
        <WaitingZone
          width={width}
          scripts={view.wall.scripts}
          queues={view.waiting}
          each={lines}
          turn={turn}
          waitsKnown={age <= WAITS_VANISH_MS}
        />,
      )
    case 'load':
      // People and bars are of now or of nothing.
      return age > WAITS_VANISH_MS ? (
        <p class="age">{sayNow('stale', { clock: clockAt(state.heardAt, zone) })}</p>
      ) : (
        beside(load)
      )
    case 'missed':
      return stale ? (
        <p class="age">{sayNow('stale', { clock: clockAt(state.heardAt, zone) })}</p>
      ) : (
        <MissedZone view={view} width={width} turn={turn} />
      )
    case 'notices':
      // Where nothing is meant for beside the calls, the lines of the foot stand here in full.
      return beside(null, (here) =>
        here.notices.length + here.media.length > 0 ? here : { ...here, notices: state.placed.ticker },
      )
    case 'board':
      return <BoardZone hall={state.hall} screenId={view.screen.id} now={now} age={age} />
    case 'take':
      return <TakeZone screenId={view.screen.id} isEnglish={isEnglish} />
    case 'media':
      return beside(
        null,
        undefined,
        age > WAITS_VANISH_MS ? null : hasList ? <Quiet view={view} isEnglish={isEnglish} /> : load,
      )
    case 'ticker':
      return (
        <Ticker
          width={width}
          height={height}
          notices={state.placed.ticker}
          announcement={view.wall.announcements.at(-1) ?? null}
          stale={
            stale
              ? {
                  text: say('listen', { clock: clockAt(state.heardAt, zone) }),
                  textEn: sayBeside(view.wall.scripts, 'listen', { clock: clockAt(state.heardAt, zone) }),
                }
              : null
          }
          now={now}
          onPlayed={state.onPlayed}
        />
      )
  }
}

/** Where a picture would stand and there is none, on a wall that lists its lines elsewhere: the hall, and how many wait in it. */
function Quiet({ view, isEnglish }: { view: WallShown; isEnglish: boolean }): JSX.Element {
  const people = view.waiting.reduce((sum, { waiting }) => sum + waiting, 0)
  const isNamed = isEnglish && view.hall.nameEn !== ''
  return (
    <div class="quiet" lang={isNamed ? 'en' : 'zh-Hans'}>
      <Mark size={120} />
      <b>{isNamed ? view.hall.nameEn : view.hall.name}</b>
      {people > 0 && <span>{wordsIn(isNamed)('allWaiting', { people })}</span>}
    </div>
  )
}

function Calls({ state: { view, places, speaking, now }, most }: { state: WallState; most: number }): JSX.Element {
  const { current, list } = picture(view.calls, most, speaking)
  const { scripts } = view.wall
  const none = noCalls(view.waiting, view.notNow)
  const noneEn = scripts.order.includes('en') ? noCalls(view.waiting, view.notNow, true) : null
  if (!current)
    return (
      <div class="no-calls">
        <b>{none.title}</b>
        <span>{none.hint}</span>
        {noneEn && (
          <div lang="en">
            <b>{noneEn.title}</b>
            <span>{noneEn.hint}</span>
          </div>
        )}
      </div>
    )
  const red = speaking !== null || now - current.calledAt < RED_MS
  return (
    <>
      <CallRow
        key={current.callId}
        scripts={scripts}
        call={current}
        place={placeOf(places, current)}
        placeEn={placeInEnglish(places, current)}
        current
        red={red}
        swelling={speaking !== null}
      />
      {list.map((call) => (
        <CallRow
          key={call.callId}
          scripts={scripts}
          call={call}
          place={placeOf(places, call)}
          placeEn={placeInEnglish(places, call)}
          current={false}
          red={false}
          swelling={false}
        />
      ))}
    </>
  )
}

function Brand({ state: { view, now } }: { state: WallState }): JSX.Element {
  const { scripts } = view.wall
  const name = mongolianWord(scripts, scripts.words.hallName)
  const isEnglish = turnIn(scripts, Math.floor(now / PAGE_MS)).isEnglish && view.hall.nameEn !== ''
  return (
    <>
      <Mark size={76} />
      <BothScripts scripts={{ ...scripts, placing: 'beside' }} mongolian={name === null ? [] : name.split(' ')}>
        <div>
          <b class={isEnglish ? '' : 'serif'} lang={isEnglish ? 'en' : 'zh-Hans'}>
            {isEnglish ? view.hall.nameEn : view.hall.name}
          </b>
          <span>{dateIn(view.hall.timeZone, now, isEnglish)}</span>
        </div>
      </BothScripts>
    </>
  )
}
