import type { HidInfo } from './hid-port.ts'

const hex = (id: number): string => id.toString(16).padStart(4, '0')

/**
 * A name that stays the same after unplugging, a restart, or another order of plugging in. By serial number where there is one that
 * nobody else claims; else by the socket, which is what staff can see; else by order, which is all that is left.
 */
export function stableIds(all: readonly HidInfo[]): Map<string, string> {
  const model = ({ vendorId, productId }: HidInfo): string => `${hex(vendorId)}:${hex(productId)}`
  const socket = ({ port }: HidInfo): string | null => port?.replace(/:\d+\.\d+$/, '') ?? null
  const names = new Map<string, string>()
  const sorted = [...all].sort((one, other) => (one.port ?? one.path).localeCompare(other.port ?? other.path))
  for (const info of sorted) {
    const twins = sorted.filter((other) => model(other) === model(info))
    // Interfaces of one device share its serial number and its socket: that is no second device.
    const rivals = twins.filter((other) => other.serial === info.serial && socket(other) !== socket(info))
    const interfaceNr = /:\d+\.(\d+)$/.exec(info.port ?? '')?.[1] ?? '0'
    const tail = interfaceNr === '0' ? '' : `/${interfaceNr}`
    if (info.serial !== null && rivals.length === 0) names.set(info.path, `${model(info)}#${info.serial}${tail}`)
    else if (info.port !== null) names.set(info.path, `${model(info)}@${socket(info)}${tail}`)
    else names.set(info.path, `${model(info)}*${twins.indexOf(info) + 1}`)
  }
  return names
}

/** Serial numbers that more than one device claims: cheap makers print the same on all. */
export const sharedSerials = (all: readonly HidInfo[]): Set<string> => {
  const ids = stableIds(all)
  return new Set(
    all.flatMap((info) => (info.serial !== null && !ids.get(info.path)?.includes('#') ? [info.serial] : [])),
  )
}
