import type { JSX } from 'preact'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import { Light, lightOfDevice } from '../../shared/staff/marks.tsx'
import type { PressDevice } from './press.ts'
import { say } from '../words.ts'

/** A device with what the board says of it; `plug`: its cable can be pulled. */
export function DeviceHead({
  device,
  press,
  plug,
}: {
  device: DeviceView
  press: PressDevice
  plug: boolean
}): JSX.Element {
  const isIn = device.code !== 'unplugged' && device.code !== 'not-plugged-in'
  return (
    <div class="device-head">
      <Light light={lightOfDevice[device.state]} size={16} />
      <b>{device.name}</b>
      <small>{device.word}</small>
      {plug && (
        <button
          type="button"
          class="plug"
          aria-pressed={isIn}
          onClick={() => void press(`/hid/${device.id}`, { plugged: !isIn })}
        >
          {isIn ? say('tray.plugged') : say('tray.unplugged')}
        </button>
      )}
    </div>
  )
}
