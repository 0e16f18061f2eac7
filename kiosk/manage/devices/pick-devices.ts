import type { DeviceHealth } from '../../../gateway/contract/device-view.ts'

export type Filter = { show: 'needing' } | { show: 'all' } | { show: 'kind'; kind: DeviceHealth['kind'] }

const order: Record<DeviceHealth['state'], number> = { fault: 0, warning: 1, unknown: 2, ok: 3, off: 4 }
export const isNeeding = ({ state }: DeviceHealth): boolean => state === 'fault' || state === 'warning'

/** Those of the filter whose id, name or place holds what was typed; who needs somebody first, then in the hall's order. */
export function pickDevices(devices: readonly DeviceHealth[], filter: Filter, typed: string): DeviceHealth[] {
  const wanted = typed.trim().toLowerCase()
  const fits = (device: DeviceHealth): boolean =>
    filter.show === 'all' || (filter.show === 'needing' ? isNeeding(device) : device.kind === filter.kind)
  return devices
    .filter((device) => fits(device) && `${device.id} ${device.name} ${device.where}`.toLowerCase().includes(wanted))
    .toSorted((one, other) => order[one.state] - order[other.state])
}
