import type { LoggedEvent } from '../events.ts'
import type { DeviceEvent } from './events.ts'
import type { DevicesState } from './state.ts'

/** Works in place, like all of evolve. */
export function evolveDevice({ off }: DevicesState, event: Extract<LoggedEvent, DeviceEvent>): void {
  switch (event.type) {
    case 'device-switched-off':
      off.set(event.deviceId, { at: event.at, by: event.actor, reason: event.reason })
      return
    case 'device-switched-on':
      off.delete(event.deviceId)
      return
  }
}
