import type { ReadonlySignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { StartView } from '../../gateway/contract/start-view.ts'
import { Mark } from '../../display/shared/icons.tsx'
import { Light } from '../shared/staff/marks.tsx'
import type { Toaster } from '../shared/staff/toasts.tsx'
import { DemoHall } from './demo-hall.tsx'
import { OwnHall } from './own-hall.tsx'
import { SurfaceRow } from './surface-row.tsx'
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
  // Beside a hall that plays it is what stands at its side; of a plain page it is all.
  const Side = view.demo ? 'aside' : 'main'
  const isWell = online && brokenOf(view) === 0
  return (
    <div class={view.demo ? 'start' : 'start start-plain'}>
      <Side class="start-side">
        <div class="brand">
          <Mark size={48} />
          <div>
            <div class="serif brand-name">{say('brand')}</div>
            <div class="num brand-version">{say('kind')}</div>
          </div>
        </div>
        <h1 class="serif">{view.demo ? say('title') : view.hall.name}</h1>
        <p class="start-text">
          {list(view.life !== null ? 'livingText' : view.demo ? 'demoText' : 'plainText').map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        {view.demo ? (
          <nav>
            {surfaces(view).map((one) => (
              <SurfaceRow key={one.title} {...one} />
            ))}
          </nav>
        ) : (
          <OwnHall surfaces={view.surfaces} />
        )}
        <p class={isWell ? 'health' : 'health health-bad'} role="status">
          <Light light={isWell ? 'ok' : 'warning'} size={14} />
          {online ? [say('ok'), devicesWord(view)].join(' · ') : say('reconnecting')}
        </p>
      </Side>
      {view.demo && <DemoHall view={view} online={online} now={hall.now} toasts={toasts} />}
    </div>
  )
}
