import type { JSX } from 'preact'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import { ChoiceDialog } from './choice-dialog.tsx'
import type { Press } from './order-line.ts'
import { listStaff, sayStaff } from './words.ts'

type Device = Pick<DeviceView, 'id' | 'name'>
const NO_REASON = '-'
/** Why a device is set aside; a reason of one's own, or none. */
export function SwitchOffDialog({
  device,
  onChoose,
  onClose,
}: {
  device: Device
  onChoose: (reason: string | null) => void
  onClose: () => void
}): JSX.Element {
  return (
    <ChoiceDialog
      title={sayStaff('switch.ask', { name: device.name })}
      ownWords={30}
      choices={[
        ...listStaff('switch.reasons').map((reason) => ({ value: reason, label: reason })),
        { value: NO_REASON, label: sayStaff('switch.noReason'), note: sayStaff('switch.note') },
      ]}
      onChoose={(reason) => onChoose(reason === NO_REASON ? null : reason)}
      onClose={onClose}
    />
  )
}

export const switchId = (device: Pick<Device, 'id'>): string => `switch ${device.id}`
export const switchOff = (device: Device, reason: string | null): Press => ({
  id: switchId(device),
  commands: [{ type: 'switch-device-off', deviceId: device.id, reason }],
  done: sayStaff('switch.switchedOff', { name: device.name }),
  fine: ['already-so'],
})
export const switchOn = (device: Device): Press => ({
  id: switchId(device),
  commands: [{ type: 'switch-device-on', deviceId: device.id }],
  done: sayStaff('switch.switchedOn', { name: device.name }),
  fine: ['already-so'],
})
