import type { DeskShown } from './desk-shown.ts'
import { say } from './words.ts'

/** What people call a device; '' is the desk's own printer. */
export const nameOf = (view: DeskShown, deviceId: string): string =>
  view.devices.find((device) => device.id === deviceId)?.name ?? (deviceId === '' ? say('desk') : deviceId)
