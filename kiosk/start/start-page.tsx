import type { ReadonlySignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { StartView } from '../../gateway/contract/start-view.ts'
import { Icon, Mark } from '../../display/shared/icons.tsx'
import { Light } from '../shared/staff/marks.tsx'
import type { Toaster } from '../shared/staff/toasts.tsx'
import { DemoHall } from './demo-hall.tsx'
import { surfaces } from './surfaces.ts'
import { list, say } from './words.ts'

interface StartPageProps {
  hall: HallConnection
  view: ReadonlySignal<StartView | null>
  toasts: Toaster
}

const brokenOf = ({ devices }: StartView): number => devices.filter(({ state }) => state === 'fault').length

/** How many devices there are, or how many want to be looked at, in a visitor's words. */
function devicesWord(view: StartView): string {
  const bad = brokenOf(view)
  return bad === 0 ? say('devices', { count: view.devices.length }) : say('devicesBad', { count: bad })
}

/** All pages of the hall as a list; in a demo hall also all of them alive beside it. */
export function StartPage({ hall, view: { value: view }, toasts }: StartPageProps): JSX.Element {
  const online = hall.online.value
  if (view === null) return <div class="start-still" />
  const isWell = online && brokenOf(view) === 0
  return (
    <div class={view.demo ? 'start' : 'start start-plain'}>
      <aside class="start-side">
        <div class="brand">
          <Mark size={48} />
          <div>
            <div class="serif brand-name">{say('brand')}</div>
            <div class="num brand-version">{say('kind')}</div>
          </div>
        </div>
        <h1 class="serif">{say('title')}</h1>
        <p class="start-text">
          {list(view.life !== null ? 'livingText' : view.demo ? 'demoText' : 'plainText').map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <nav>
          {surfaces(view.demo, view.lastToken).map(({ icon, title, text, address }) => {
            const inside = (
              <>
                <span class="surface-icon">
                  <Icon name={icon} size={26} />
                </span>
                <span class="surface-words">
                  <b>{title}</b>
                  <small>{text}</small>
                </span>
                {address !== null && <Icon name="chevron" size={18} stroke={1.8} />}
              </>
            )
            return address === null ? (
              <span key={title} class="surface surface-none">
                {inside}
              </span>
            ) : (
              <a key={title} class="surface" href={address} target="_blank" rel="noopener">
                {inside}
              </a>
            )
          })}
        </nav>
        <p class={isWell ? 'health' : 'health health-bad'} role="status">
          <Light light={isWell ? 'ok' : 'warning'} size={14} />
          {online ? [say('ok'), devicesWord(view)].join(' · ') : say('reconnecting')}
        </p>
      </aside>
      {view.demo && <DemoHall view={view} online={online} now={hall.now} toasts={toasts} />}
    </div>
  )
}
