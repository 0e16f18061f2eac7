import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { StartView } from '../../gateway/contract/start-view.ts'
import type { SpeakingDetail } from '../../gateway/contract/voice/speaking.ts'
import { Icon, type IconName } from '../../display/shared/icons.tsx'
import { Clock } from '../shared/staff/ticking.tsx'
import type { Toaster } from '../shared/staff/toasts.tsx'
import { type DemoHands, demoHands, isOutOfPaper } from './demo-hands.ts'
import { LiveFrame } from './live-frame.tsx'
import { Tray } from './tray/tray.tsx'
import { say } from './words.ts'
import { addresses, shown } from './surfaces.ts'

const WIDTH = 1084
const HEIGHT = 900

interface DemoHallProps {
  view: StartView
  online: boolean
  now: () => number
  toasts: Toaster
}

/** The stage is drawn at one size and scaled as a whole, so that every frame keeps its place. */
export function DemoHall({ view, online, now, toasts }: DemoHallProps): JSX.Element {
  const hands = useMemo(() => demoHands(toasts), [toasts])
  const box = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  const [tray, setTray] = useState(false)
  const [speaking, setSpeaking] = useState<SpeakingDetail>(null)
  const listen = (wall: Window): void =>
    wall.addEventListener('tingshi:speaking', (event) => setSpeaking((event as CustomEvent<SpeakingDetail>).detail))
  useEffect(() => {
    const measure = (): void => {
      const room = box.current?.getBoundingClientRect()
      if (room) setScale(Math.min(room.width / WIDTH, Math.max(room.height, 500) / HEIGHT))
    }
    measure()
    const watcher = new ResizeObserver(measure)
    if (box.current) watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [])
  return (
    <div class="stage-box" ref={box}>
      <div class="stage" style={{ transform: `scale(${scale})` }}>
        <HandButtons hands={hands} outOfPaper={isOutOfPaper(view)} online={online} onTray={() => setTray(true)} />
        <div class="stage-clock">
          <Clock now={now} timeZone={view.hall.timeZone} />
        </div>
        <LiveFrame
          look="frame-terminal"
          title={say('captions.terminal', { id: shown.terminal })}
          address={addresses.terminal}
          width={1080}
          height={1920}
          shownWidth={256}
        />
        <LiveFrame
          look="frame-wall"
          title={say('captions.screen', { id: shown.screen })}
          address={addresses.screen}
          width={1920}
          height={1080}
          shownWidth={708}
          onWindow={listen}
        />
        <LiveFrame
          look="frame-panel"
          title={say('captions.panel', { id: shown.panel })}
          address={addresses.panel}
          width={808}
          height={202}
          shownWidth={404}
        />
        <LiveFrame
          look="frame-counter"
          title={say('captions.counter', { id: shown.counter })}
          address={addresses.counter}
          width={1366}
          height={768}
          shownWidth={372}
        />
        <LiveFrame
          look="frame-strip"
          title={say('captions.strip', { id: shown.counter })}
          address={addresses.strip}
          width={1280}
          height={400}
          shownWidth={308}
        />
        <Paper view={view} />
        <Saying speaking={speaking} last={view.lastCall} />
        <span class="caption caption-terminal">{say('captions.terminal', { id: shown.terminal })}</span>
        <span class="caption caption-counter">{say('captions.counter', { id: shown.counter })}</span>
        <span class="caption caption-strip">{say('captions.strip', { id: shown.counter })}</span>
        <span class="caption caption-panel">{say('captions.panel', { id: shown.panel })}</span>
      </div>
      {tray && <Tray view={view} toasts={toasts} onClose={() => setTray(false)} />}
    </div>
  )
}

function HandButtons({
  hands,
  outOfPaper,
  online,
  onTray,
}: {
  hands: DemoHands
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
      {outOfPaper
        ? button(say('paperIn', { terminal: shown.terminal }), 'printer', () => hands.paper(null))
        : button(say('paperOut', { terminal: shown.terminal }), 'warning', () => hands.paper('paper-out'))}
      {button(say('crowd'), 'people', hands.crowd)}
      <button type="button" class="hand" onClick={onTray}>
        <Icon name="printer" size={22} stroke={1.8} />
        {say('tray.open')}
      </button>
    </div>
  )
}

/** The latest paper of the terminal's printer; a new picture slides out of the slot. */
function Paper({ view }: { view: StartView }): JSX.Element {
  const paper = view.papers.find((one) => one.printerId === shown.printer)
  const slips = paper?.slips ?? 0
  return (
    <div class="slot-box">
      <div class="slot" />
      <div class="slot-mouth">
        {slips > 0 && (
          <img key={slips} class="paper" src={`/demo/paper/${shown.printer}.png?slip=${slips}`} alt={say('paperAlt')} />
        )}
        {slips === 0 && <p>{say('noPaper')}</p>}
      </div>
    </div>
  )
}

/** What the wall beside it is saying now; between two calls the last one. */
function Saying({ speaking, last }: { speaking: SpeakingDetail; last: StartView['lastCall'] }): JSX.Element {
  const call = speaking ?? last
  const lines = call
    ? [say('sayNumber', { number: call.number }), say('sayCounter', { counter: call.counterId })]
    : [say('nothingSaid'), say('nothingSaidText')]
  return (
    <div class="saying">
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
