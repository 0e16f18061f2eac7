import type { Command } from '../../contract/commands.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { OfficeEvent } from '../events.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { isDeviceOf } from './device-ids.ts'

/** Sets a device aside, or takes it back. Refuses a device that the hall does not have, and what is so already. */
export function runDevice(
  hallModel: HallModel,
  state: OfficeState,
  command: Extract<Command, { type: 'switch-device-off' | 'switch-device-on' }>,
): Decision {
  const { deviceId } = command
  if (!isDeviceOf(hallModel.hall, deviceId)) return refuse('unknown-device', { deviceId })
  const off = state.devices.off.get(deviceId)
  if (command.type === 'switch-device-on')
    return off ? accept([{ type: 'device-switched-on', deviceId }]) : refuse('already-so')
  // Another reason is news: who reads the board must find the one that holds.
  if (off && off.reason === command.reason) return refuse('already-so')
  return accept([{ type: 'device-switched-off', deviceId, reason: command.reason }])
}

/** Whether this is somebody who switched that device off or on. */
export const isSwitchOf = (event: OfficeEvent, deviceId: string): boolean =>
  (event.type === 'device-switched-off' || event.type === 'device-switched-on') && event.deviceId === deviceId
