import type { HidDevice, HidInfo, HidPort } from '../hid/hid-port.ts'

export const simulatedPath = (id: string): string => `sim:${id}`

export interface SimulatedHid extends HidPort {
  /** The device says these reports; false when it is unplugged or nobody holds it. */
  say(id: string, reports: readonly Uint8Array[]): boolean
  /** The last output report that was written to it; null = none since it was plugged in. */
  writtenTo(id: string): Uint8Array | null
  setPlugged(id: string, isIn: boolean): boolean
}

/** HID devices that are not there: for a demo hall and for tests, over the same drivers. */
export function simulatedHid(devices: readonly { id: string; kind: 'pad' | 'scanner' | 'keypad' }[]): SimulatedHid {
  const usages = { pad: [0xff00, 1], scanner: [0x8c, 2], keypad: [1, 6] } as const
  const plugged = new Set(devices.map(({ id }) => id))
  const opened = new Map<string, { hear(report: Uint8Array): void; gone(): void }>()
  const written = new Map<string, Uint8Array>()
  const changes = new Set<() => void>()

  function open(path: string): HidDevice | null {
    const id = path.slice(simulatedPath('').length)
    if (!plugged.has(id) || opened.has(id)) return null
    const onReport = new Set<(report: Uint8Array) => void>()
    const onGone = new Set<() => void>()
    const gone = (): void => {
      if (opened.get(id) !== ends) return
      opened.delete(id)
      for (const listener of onGone) listener()
    }
    const ends = {
      hear(report: Uint8Array) {
        for (const listener of onReport) listener(report)
      },
      gone,
    }
    opened.set(id, ends)
    return {
      async write(report) {
        if (opened.get(id) !== ends) throw new Error(`${id} is unplugged`)
        written.set(id, report)
      },
      sendFeature: async () => {},
      onReport: (listener) => void onReport.add(listener),
      onGone: (listener) => void onGone.add(listener),
      close: gone,
    }
  }
  return {
    list: async () =>
      devices
        .filter(({ id }) => plugged.has(id))
        .map(({ id, kind }): HidInfo => {
          const [usagePage, usage] = usages[kind]
          return {
            path: simulatedPath(id),
            vendorId: 0x1209,
            productId: 1,
            serial: id,
            product: '模拟设备',
            usagePage,
            usage,
            port: null,
          }
        }),
    open: async (path) => open(path),
    onChange: (listener) => void changes.add(listener),
    say(id, reports) {
      const ends = opened.get(id)
      for (const report of reports) ends?.hear(report)
      return ends !== undefined
    },
    writtenTo: (id) => written.get(id) ?? null,
    setPlugged(id, isIn) {
      if (!devices.some((one) => one.id === id)) return false
      if (isIn) plugged.add(id)
      else {
        plugged.delete(id)
        written.delete(id)
        opened.get(id)?.gone()
      }
      for (const listener of changes) listener()
      return true
    },
  }
}
