import type { ComponentChildren, JSX } from 'preact'
import { Icon, Mark } from '../../../display/shared/icons.tsx'
import { Clock } from './ticking.tsx'
import { sayStaff } from './words.ts'

interface TopBarProps {
  hallName: string
  place: string
  now: () => number
  timeZone: string
  children?: ComponentChildren
}

export const TopBar = ({ hallName, place, now, timeZone, children }: TopBarProps): JSX.Element => (
  <header class="top-bar">
    <Mark size={36} />
    <span class="serif top-hall">{hallName}</span>
    <span class="top-divider" />
    <h1 class="top-place">{place}</h1>
    <span class="grow" />
    {children}
    <Clock now={now} timeZone={timeZone} />
  </header>
)

/** What is said while the gateway is away is laid out before, unseen: then its signs can no longer be fetched. */
export const OfflineBand = ({ online }: { online: boolean }): JSX.Element =>
  online ? (
    <span class="unseen offline-signs" aria-hidden="true">
      {sayStaff('offline')}
      <b>{sayStaff('offline')}</b>
      {sayStaff('offlineShort')}
      {sayStaff('reconnecting')}
    </span>
  ) : (
    <div class="offline-band" role="alert">
      <Icon name="warning" size={22} stroke={2} />
      {sayStaff('offline')}
    </div>
  )
