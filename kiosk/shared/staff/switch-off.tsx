import type { JSX } from 'preact'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import { ChoiceDialog } from './choice-dialog.tsx'
import type { Press } from './order-line.ts'

type Device = Pick<DeviceView, 'id' | 'name'>
const NO_REASON = '-'
const reasons = ['送修', '等耗材', '今天不用', '换机器'] as const
export const switchWords = {
  off: '停用',
  on: '恢复使用',
  ask: (name: string): string => `${name}停用，为什么？`,
  note: '停用后不算故障；不打印，LED 屏关着，按键和扫码不算',
  noReason: '不写原因',
  switchedOff: (name: string): string => `${name}停用了`,
  switchedOn: (name: string): string => `${name}恢复使用了`,
} as const

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
      title={switchWords.ask(device.name)}
      ownWords={30}
      choices={[
        ...reasons.map((reason) => ({ value: reason, label: reason })),
        { value: NO_REASON, label: switchWords.noReason, note: switchWords.note },
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
  done: switchWords.switchedOff(device.name),
  fine: ['already-so'],
})
export const switchOn = (device: Device): Press => ({
  id: switchId(device),
  commands: [{ type: 'switch-device-on', deviceId: device.id }],
  done: switchWords.switchedOn(device.name),
  fine: ['already-so'],
})
