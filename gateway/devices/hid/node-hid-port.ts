import { watch } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import { ORDER_LIFETIME_MS } from '../../contract/order-lifetime.ts'
import { standStill } from '../../work/stand-still.ts'
import type { HidDevice, HidInfo, HidPort } from './hid-port.ts'

/** A burst of new files in /dev is one change; udev sets the rights a little after the file is there. */
const SETTLE_MS = 400

/** The HID devices of this computer, through node-hid's asynchronous side. Loaded when first used: most halls plug in none here. */
export function nodeHidPort(): HidPort & { close(): void } {
  const listeners = new Set<() => void>()
  const still = standStill(ORDER_LIFETIME_MS)
  let settle: NodeJS.Timeout | undefined
  const changed = (): void => {
    clearTimeout(settle)
    settle = setTimeout(() => {
      for (const listener of listeners) listener()
    }, SETTLE_MS)
  }
  const watcher =
    process.platform === 'linux' ? watch('/dev', (_, file) => file?.startsWith('hidraw') && changed()) : null
  watcher?.on('error', () => {})
  watcher?.unref()

  return {
    async list() {
      const { default: HID } = await import('node-hid')
      const found = new Map<string, HidInfo>()
      for (const { path, vendorId, productId, serialNumber, product, usagePage, usage } of await HID.devicesAsync()) {
        // One entry for each collection; the first is the interface's own.
        if (path === undefined || found.has(path)) continue
        const serial = (serialNumber ?? '').trim()
        found.set(path, {
          path,
          vendorId,
          productId,
          serial: serial === '' ? null : serial.slice(0, 128),
          product: (product ?? '').slice(0, 128),
          usagePage: usagePage ?? 0,
          usage: usage ?? 0,
          port: await portOf(path),
        })
      }
      return [...found.values()]
    },
    async open(path) {
      const { default: HID } = await import('node-hid')
      const device = await HID.HIDAsync.open(path).catch(() => null)
      if (!device) return null
      const goners = new Set<() => void>()
      let isOpen = true
      function gone(): void {
        if (!isOpen) return
        isOpen = false
        void device?.close().catch(() => {})
        for (const listener of goners) listener()
      }
      // The message of an unplug may be missing; that it happened is all there is to know.
      device.on('error', gone)
      const opened: HidDevice = {
        write: async (report) => void (await device.write(Buffer.from(report))),
        sendFeature: async (report) => void (await device.sendFeatureReport(Buffer.from(report))),
        onReport: (listener) =>
          void device.on('data', (report: Buffer) => isOpen && listener(Uint8Array.from(report), still.isJustOver())),
        onGone: (listener) => void goners.add(listener),
        close: gone,
      }
      return opened
    },
    onChange: (listener) => void listeners.add(listener),
    close() {
      still.stop()
      clearTimeout(settle)
      watcher?.close()
    },
  }
}

/** The USB socket behind a device without a serial number: Linux names it in /sys, Windows in the path itself. */
async function portOf(path: string): Promise<string | null> {
  if (path.startsWith('\\\\?\\')) return path.split('#')[2] ?? null
  const real = await realpath(`/sys/class/hidraw/${basename(path)}/device`).catch(() => null)
  // …/usb1/1-2/1-2.3/1-2.3:1.0/0003:0C2E:0B81.0001 → 1-2.3:1.0
  return real?.split('/').findLast((part) => /^\d+-[\d.]+:\d+\.\d+$/.test(part)) ?? null
}
