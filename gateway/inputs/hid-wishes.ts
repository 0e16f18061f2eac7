import type { Hall } from '../contract/hall.ts'
import type { HidLink } from '../contract/input-devices.ts'
import { simulatedPath } from '../devices/fake/simulated-hid.ts'
import type { HidInfo } from '../devices/hid/hid-port.ts'
import { isKeyboard } from '../devices/hid/keyboard-report.ts'
import type { HidWish } from '../devices/hid/supervise-hid.ts'
import { padModels } from '../devices/pad/pad-models.ts'
import { isPosScanner } from '../devices/scanner/hid-pos.ts'

/** Where a device is plugged in: simulated, the gateway's own computer, or a terminal's. */
export type Place = { kind: 'simulated' } | { kind: 'here' } | { kind: 'at'; terminal: string }
export const placeKey = (place: Place): string => (place.kind === 'at' ? `at ${place.terminal}` : place.kind)

const placeOf = (link: HidLink): Place =>
  link.kind === 'simulated'
    ? { kind: 'simulated' }
    : link.at === null
      ? { kind: 'here' }
      : { kind: 'at', terminal: link.at }

function wishOf(id: string, link: HidLink, isKind: (info: HidInfo) => boolean): HidWish {
  if (link.kind === 'simulated') return { id, exact: 1, fits: ({ path }) => path === simulatedPath(id) }
  const { vendor, product, serial, port } = link
  const given = [vendor, product, serial, port].filter((one) => one !== null).length
  return {
    id,
    exact: given,
    fits: (info) =>
      isKind(info) &&
      (vendor === null || info.vendorId === vendor) &&
      (product === null || info.productId === product) &&
      (serial === null || info.serial === serial) &&
      (port === null || info.port === port || info.port?.startsWith(`${port}:`) === true),
  }
}

/** Every HID device of the hall, with the place where it is looked for. */
export function hidWishes({
  pads,
  scanners,
  keypads,
}: Pick<Hall, 'pads' | 'scanners' | 'keypads'>): { place: Place; wish: HidWish }[] {
  return [
    ...pads.map(({ id, link, model }) => ({ place: placeOf(link), wish: wishOf(id, link, padModels[model].fits) })),
    ...scanners.map(({ id, link }) => ({ place: placeOf(link), wish: wishOf(id, link, isPosScanner) })),
    ...keypads.map(({ id, link }) => ({ place: placeOf(link), wish: wishOf(id, link, isKeyboard) })),
  ]
}

/** The HID devices of one computer: a terminal's, or the gateway's own (`at` null). */
export interface PluggedAt {
  at: string | null
  devices: readonly HidInfo[]
}
