import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { StartView } from '../../gateway/contract/start-view.ts'
import type { SpeakingDetail } from '../../gateway/contract/voice/speaking.ts'
import { Icon, type IconName } from '../../display/shared/icons.tsx'
import { Clock } from '../shared/staff/ticking.tsx'
import { type Toaster, Toasts } from '../shared/staff/toasts.tsx'
import { type DemoHands, demoHands, isOutOfPaper } from './demo-hands.ts'
import { LifePace } from './life-pace.tsx'
import { LiveFrame } from './live-frame.tsx'
import { pinnedPhone } from './pinned-phone.ts'
import { type Place, stagePlan } from './stage-plan.ts'
import { Tray } from './tray/tray.tsx'
import { say } from './words.ts'
import { type Shown, addressOf, shownOf } from './surfaces.ts'

/** Narrower windows get one thing below the other. */
const COLUMN_BELOW = 1000

interface DemoHallProps {
  view: StartView
  online: boolean
  now: () => number
  toasts: Toaster
}

/** The stage is scaled as a whole, so that every frame keeps its place; what the window has left over stands between them. */
export function DemoHall({ view, online, now, toasts }: DemoHallProps): JSX.Element {
  const shown = shownOf(view.surfaces)
  const hands = useMemo(() => demoHands(toasts, shown), [toasts])
  const box = useRef<HTMLDivElement>(null)
  const [plan, setPlan] = useState(() => stagePlan(1084, 900, false))
  const [tray, setTray] = useState(false)
  const [speaking, setSpeaking] = useState<SpeakingDetail>(null)
  const phoneOf = useMemo(pinnedPhone, [])
  const listen = (wall: Window): void =>
    wall.addEventListener('tingshi:speaking', (event) => setSpeaking((event as CustomEvent<SpeakingDetail>).detail))
  useEffect(() => {
    const measure = (): void => {
      const room = box.current?.getBoundingClientRect()
      if (room) setPlan(stagePlan(room.width, Math.max(room.height, 500), window.innerWidth < COLUMN_BELOW))
    }
    measure()
    const watcher = new ResizeObserver(measure)
    if (box.current) watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [])
  const { places } = plan
  const phone = phoneOf(view.lastToken, now())
  const buttons = (
    <div class="stage-top">
      <HandButtons
        hands={hands}
        shown={shown}
        outOfPaper={isOutOfPaper(view)}
        online={online}
        onTray={() => setTray(true)}
      />
      {view.life !== null && <LifePace speed={view.life} />}
      <Clock now={now} timeZone={view.hall.timeZone} />
      <Toasts toasts={toasts} />
    </div>
  )
  return (
    <main class={plan.isColumn ? 'stage-column' : 'stage-room'}>
      {plan.isColumn && buttons}
      <div class="stage-box" ref={box} style={plan.isColumn ? { height: `${plan.height}px` } : undefined}>
        <div class="ridge" />
        <div
          class="stage"
          style={{ width: `${plan.width}px`, height: `${plan.height}px`, transform: `scale(${plan.scale})` }}
        >
          {!plan.isColumn && buttons}
          {shown.terminal !== null && (
            <LiveFrame
              look="frame-terminal"
              title={say('captions.terminal', { id: shown.terminal })}
              address={addressOf.terminal(shown.terminal)}
              width={1080}
              height={1920}
              place={places.terminal}
            />
          )}
          {shown.screen !== null && (
            <LiveFrame
              look="frame-wall"
              title={say('captions.screen', { id: shown.screen })}
              address={addressOf.screen(shown.screen)}
              width={1920}
              height={1080}
              place={places.wall}
              onWindow={listen}
            />
          )}
          {shown.panel !== null && (
            <LiveFrame
              look="frame-panel"
              title={say('captions.panel', { id: shown.panel })}
              address={addressOf.panel(shown.panel)}
              width={808}
              height={202}
              place={places.panel}
            />
          )}
          {shown.counter !== null && (
            <LiveFrame
              look="frame-counter"
              title={say('captions.counter', { id: shown.counter })}
              address={addressOf.counter(shown.counter)}
              width={1366}
              height={768}
              place={places.counter}
            />
          )}
          {shown.counter !== null && (
            <LiveFrame
              look="frame-strip"
              title={say('captions.strip', { id: shown.counter })}
              address={addressOf.strip(shown.counter)}
              width={1280}
              height={400}
              place={places.strip}
            />
          )}
          {places.phone && phone !== null && (
            <LiveFrame
              look="frame-phone"
              title={say('captions.phone')}
              address={`/t/${phone}`}
              width={390}
              height={844}
              place={places.phone}
            />
          )}
          {shown.printer !== null && <Paper view={view} printer={shown.printer} place={places.slot} />}
          <Saying speaking={speaking} last={view.lastCall} place={places.saying} />
          {shown.terminal !== null && (
            <Caption place={places.terminal} ratio={16 / 9} down={plan.isColumn ? 12 : 241}>
              {say('captions.terminal', { id: shown.terminal })}
            </Caption>
          )}
          {shown.counter !== null && (
            <Caption place={places.counter} ratio={768 / 1366} down={10}>
              {say('captions.counter', { id: shown.counter })}
            </Caption>
          )}
          {shown.counter !== null && (
            <Caption place={places.strip} ratio={400 / 1280} down={plan.isColumn ? 10 : 122}>
              {say('captions.strip', { id: shown.counter })}
            </Caption>
          )}
          {shown.panel !== null && (
            <Caption place={places.panel} ratio={1 / 4} down={plan.isColumn ? 12 : -26} right={plan.isColumn ? 0 : 424}>
              {say('captions.panel', { id: shown.panel })}
            </Caption>
          )}
          {places.phone && phone !== null && (
            <Caption place={places.phone} ratio={844 / 390} down={16}>
              {say('captions.phone')}
            </Caption>
          )}
        </div>
        {tray && <Tray view={view} toasts={toasts} onClose={() => setTray(false)} />}
      </div>
    </main>
  )
}

interface CaptionProps {
  place: Place
  /** Height of the frame against its width, and how far below it the words stand. */
  ratio: number
  down: number
  right?: number
  children: string
}
function Caption({ place, ratio, down, right = 0, children }: CaptionProps): JSX.Element {
  const style = { left: `${place.x + right}px`, top: `${Math.round(place.y + place.width * ratio + down)}px` }
  return (
    <span class="caption" style={style}>
      {children}
    </span>
  )
}

function HandButtons({
  hands,
  shown,
  outOfPaper,
  online,
  onTray,
}: {
  hands: DemoHands
  shown: Shown
  outOfPaper: boolean
  online: boolean
  onTray: () => void
}): JSX.Element {
  const [busy, setBusy] = useState<string | null>(null)
  const button = (label: string, icon: IconName, work: () => Promise<void>, main = false): JSX.Element => (
    <button
      type="button"
      key={label}
      class={main ? 'hand hand-main' : 'hand'}
      aria-disabled={!online || busy !== null}
      title={online ? undefined : say('offline')}
      onClick={() => {
        if (!online || busy !== null) return
        setBusy(label)
        void work().finally(() => setBusy(null))
      }}
    >
      <Icon name={icon} size={22} stroke={1.8} />
      {label}
    </button>
  )
  return (
    <div class="hands">
      {button(say('take'), 'ticket', hands.take, true)}
      {button(say('call'), 'speaker', hands.call)}
      {shown.terminal !== null &&
        shown.printer !== null &&
        (outOfPaper
          ? button(say('paperIn', { terminal: shown.terminal }), 'printer', () => hands.paper(null))
          : button(say('paperOut', { terminal: shown.terminal }), 'warning', () => hands.paper('paper-out')))}
      {button(say('crowd'), 'people', hands.crowd)}
      <button type="button" class="hand" onClick={onTray}>
        <Icon name="printer" size={22} stroke={1.8} />
        {say('tray.open')}
      </button>
    </div>
  )
}

/** The latest paper of the terminal's printer; a new picture slides out of the slot. */
function Paper({ view, printer, place }: { view: StartView; printer: string; place: Place }): JSX.Element {
  const paper = view.papers.find((one) => one.printerId === printer)
  const slips = paper?.slips ?? 0
  return (
    <div
      class="slot-box"
      style={{ left: `${place.x}px`, top: `${place.y}px`, transform: `scale(${place.width / 220})` }}
    >
      <div class="slot" />
      <div class="slot-mouth">
        {slips > 0 && (
          <img key={slips} class="paper" src={`/demo/paper/${printer}.png?slip=${slips}`} alt={say('paperAlt')} />
        )}
        {slips === 0 && <p>{say('noPaper')}</p>}
      </div>
    </div>
  )
}

/** What the wall beside it is saying now; between two calls the last one. */
function Saying({
  speaking,
  last,
  place,
}: {
  speaking: SpeakingDetail
  last: StartView['lastCall']
  place: Place
}): JSX.Element {
  const call = speaking ?? last
  const lines = call
    ? [say('sayNumber', { number: call.number }), say('sayCounter', { counter: call.counterId })]
    : [say('nothingSaid'), say('nothingSaidText')]
  return (
    <div class="saying" style={{ left: `${place.x}px`, top: `${place.y}px`, width: `${place.width}px` }}>
      <span class={speaking ? 'saying-on' : 'saying-off'}>
        <Icon name="speaker" size={34} stroke={1.7} />
      </span>
      <div>
        <div class="saying-word">{speaking || !call ? say('saying') : say('said')}</div>
        {lines.map((line) => (
          <b key={line}>{line}</b>
        ))}
      </div>
    </div>
  )
}
