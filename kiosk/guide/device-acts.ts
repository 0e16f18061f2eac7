import type { DeviceView } from '../../gateway/contract/device-view.ts'

export type DeviceAct = 'open' | 'test' | 'set-aside' | 'use-again'

/** What a guide can do with a device: look at its page, print a test, set it aside or take it into use again. */
export function deviceActs(device: Pick<DeviceView, 'id' | 'kind' | 'off'>): DeviceAct[] {
  const acts: DeviceAct[] = []
  if (device.kind === 'printer' && device.off === null) acts.push('test')
  if (pageOf(device) !== null) acts.push('open')
  if (device.kind !== 'gateway') acts.push(device.off === null ? 'set-aside' : 'use-again')
  return acts
}

/** The page that shows what this device shows; null = it has none. */
export function pageOf({ id, kind }: Pick<DeviceView, 'id' | 'kind'>): string | null {
  switch (kind) {
    case 'terminal':
      return `/kiosk/?terminal=${id}`
    case 'screen':
      return `/display/?screen=${id}`
    case 'panel':
      return `/led/?panel=${id}`
    case 'strip':
      return `/strip/?counter=${id.replace(/^strip-/, '')}`
    case 'counter':
    case 'printer':
    case 'agent':
    case 'scanner':
    case 'pad':
    case 'keypad':
    case 'reader':
    case 'gateway':
      return null
  }
}
