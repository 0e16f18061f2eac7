import type { JSX } from 'preact'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import { Icon, type IconName } from '../../display/shared/icons.tsx'
import { KeyCap, Light, lightOfDevice } from '../shared/staff/marks.tsx'
import { Button } from '../shared/staff/button.tsx'
import { switchId } from '../shared/staff/switch-off.tsx'
import { sayStaff } from '../shared/staff/words.ts'
import { say } from './words.ts'

const icons: Record<DeviceView['kind'], IconName> = {
  terminal: 'terminal',
  screen: 'screen',
  panel: 'panel',
  printer: 'printer',
  strip: 'counter',
  counter: 'counter',
  agent: 'terminal',
  scanner: 'search',
  pad: 'counter',
  keypad: 'terminal',
  reader: 'terminal',
  gateway: 'terminal',
}
const order: Record<DeviceView['state'], number> = { fault: 0, warning: 1, unknown: 2, ok: 3, off: 4 }

export const needsLooking = ({ state }: DeviceView): boolean => state === 'fault' || state === 'warning'

/** Those that need somebody first, then those set aside; counters' screens and pages only when they are either, a hall has hundreds. */
export function shownDevices(devices: readonly DeviceView[]): DeviceView[] {
  const kept = devices.filter(
    (device) => needsLooking(device) || device.off !== null || (device.kind !== 'strip' && device.kind !== 'counter'),
  )
  const rank = (device: DeviceView): number => (device.off === null ? order[device.state] : 1.5)
  return kept.toSorted((one, other) => rank(one) - rank(other))
}

interface DeviceCardProps {
  devices: DeviceView[]
  online: boolean
  underWay: string | null
  onSwitchOff: (device: DeviceView) => void
  onSwitchOn: (device: DeviceView) => void
  onTrustClock: () => void
}

/** Which button says that the computer's clock is right after all. */
export const TRUST_CLOCK = 'trust clock'

/** The devices of the hall; what needs somebody says what to do, and may be set aside until it is mended. */
export function DeviceCard({
  devices,
  online,
  underWay,
  onSwitchOff,
  onSwitchOn,
  onTrustClock,
}: DeviceCardProps): JSX.Element {
  const blocked = online ? null : sayStaff('offlineShort')
  const shown = shownDevices(devices)
  const bad = devices.filter(needsLooking).length
  return (
    <section class="card devices">
      <div class="card-head">
        <h2>{say('devices')}</h2>
        <small>
          {bad === 0
            ? say('devicesFine', { devices: devices.length })
            : say('devicesBad', { devices: devices.length, bad })}
        </small>
        <span class="grow" />
        <KeyCap>4</KeyCap>
      </div>
      <div class="device-list" data-card="4" tabIndex={-1}>
        {shown.map((device) => (
          <div key={`${device.kind}:${device.id}`} class="device-row">
            <span class="device-icon">
              <Icon name={icons[device.kind]} />
            </span>
            <span class="cut" title={`${device.id} ${device.name}`}>
              <b class="num">{device.id}</b> {device.name}
            </span>
            <span class={needsLooking(device) ? 'device-bad' : 'device-fine'}>
              {device.word || say(`deviceStates.${device.state}`)}
            </span>
            <Light light={lightOfDevice[device.state]} />
            {needsLooking(device) && (
              <div class="device-todo">
                <p>{device.todo}</p>
                {device.code === 'clock-doubted' && (
                  <Button
                    label={say('clockIsRight')}
                    blocked={blocked}
                    busy={underWay === TRUST_CLOCK}
                    onPress={onTrustClock}
                  />
                )}
                {device.kind !== 'gateway' && (
                  <Button
                    label={sayStaff('switch.off')}
                    blocked={blocked}
                    busy={underWay === switchId(device)}
                    onPress={() => onSwitchOff(device)}
                  />
                )}
              </div>
            )}
            {device.off !== null && (
              <div class="device-todo device-set-aside">
                <p>{say('setAsideBy', { who: device.off.by })}</p>
                <Button
                  label={sayStaff('switch.on')}
                  blocked={blocked}
                  busy={underWay === switchId(device)}
                  onPress={() => onSwitchOn(device)}
                />
              </div>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
