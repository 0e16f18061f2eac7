import type { DeviceView } from '../contract/device-view.ts'

/** One line of the device board. */
export interface DeviceRow {
  id: string
  kind: DeviceView['kind']
  name: string
  /** A page is there while somebody listens to this; null = a device that tells of itself. */
  topic: string | null
  where: string
}
