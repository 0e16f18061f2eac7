import type { HidDevice, HidInfo, HidPort } from './hid-port.ts'
import { sharedSerials } from './stable-id.ts'
import { after } from '../../time.ts'

/** A device that the hall expects. `exact`: how much of it is given; the exact ones choose first. */
export interface HidWish {
  id: string
  exact: number
  fits(info: HidInfo): boolean
}
export type HidTrouble = 'missing' | 'no-rights' | 'same-serial'
export interface HidSupervision {
  port: HidPort
  wishes: readonly HidWish[]
  /** Every so often all are looked at, also when nobody told of a change. */
  rescanMs: number
  /** After an unplug the same device is likely to be back in a moment. */
  quickMs: number
  onPlugged(id: string, device: HidDevice, info: HidInfo): void
  onUnplugged(id: string): void
  /** Told at each look as long as it is so. */
  onTrouble(id: string, trouble: HidTrouble): void
  /** The one that could not be told from another is alone again. */
  onAlone(id: string): void
}

const QUICK_LOOKS = 20

/** Finds, opens and finds again: one look at a time, one open handle for each device, whatever order things are plugged in. */
export function superviseHid({ port, wishes, rescanMs, quickMs, ...tell }: HidSupervision): {
  look(): Promise<void>
  close(): void
} {
  const held = new Map<string, { device: HidDevice; path: string; hasTwin: boolean }>()
  const choosing = [...wishes].sort((one, other) => other.exact - one.exact)
  let running: Promise<void> | null = null
  let again = false
  let quick = 0
  let stopWaiting = (): void => {}
  let closed = false

  function letGo(id: string, device: HidDevice): void {
    if (held.get(id)?.device !== device) return
    held.delete(id)
    tell.onUnplugged(id)
    quick = QUICK_LOOKS
    later()
  }
  /** What a device says that was let go meanwhile counts for nothing: another may stand in its place. */
  const whileHeld = (id: string, device: HidDevice): HidDevice => ({
    write: (report) => device.write(report),
    sendFeature: (report) => device.sendFeature(report),
    onReport: (listener) =>
      device.onReport((report, isLate) => held.get(id)?.device === device && listener(report, isLate)),
    onGone: (listener) => device.onGone(listener),
    close: () => device.close(),
  })
  async function lookOnce(): Promise<void> {
    const listed = await port.list().catch(() => null)
    // A place that does not answer says nothing about its devices.
    if (listed === null || closed) return
    for (const [id, { device, path }] of held) {
      if (listed.some((info) => info.path === path)) continue
      // Gone without a word: some systems give no error until the next write.
      device.close()
      letGo(id, device)
    }
    const twins = sharedSerials(listed)
    for (const { id, fits } of choosing) {
      if (held.has(id)) continue
      const taken = new Set([...held.values()].map(({ path }) => path))
      const free = listed
        .filter((info) => !taken.has(info.path) && fits(info))
        .sort((one, other) => (one.port ?? one.path).localeCompare(other.port ?? other.path))
      const chosen = free[0]
      if (!chosen) {
        tell.onTrouble(id, 'missing')
        continue
      }
      const device = await port.open(chosen.path).catch(() => null)
      if (closed) return device?.close()
      if (!device) {
        tell.onTrouble(id, 'no-rights')
        continue
      }
      held.set(id, { device, path: chosen.path, hasTwin: false })
      device.onGone(() => letGo(id, device))
      tell.onPlugged(id, whileHeld(id, device), chosen)
    }
    for (const { id, fits, exact } of choosing) {
      const own = held.get(id)
      if (!own) continue
      const alike = listed.filter((info) => exact > 0 && fits(info) && info.serial !== null && twins.has(info.serial))
      const hasTwin = alike.length > 1 && alike.some(({ path }) => path === own.path)
      if (hasTwin) tell.onTrouble(id, 'same-serial')
      else if (own.hasTwin) tell.onAlone(id)
      own.hasTwin = hasTwin
    }
    if (held.size === wishes.length) quick = 0
  }
  function look(): Promise<void> {
    again = true
    running ??= (async () => {
      try {
        while (again && !closed) {
          again = false
          await lookOnce()
        }
      } finally {
        // Whatever broke, there is a next look.
        running = null
        later()
      }
    })()
    return running
  }
  function later(): void {
    stopWaiting()
    if (closed) return
    if (quick > 0) quick -= 1
    stopWaiting = after(quick > 0 ? quickMs : rescanMs, () => void look())
  }
  port.onChange(() => {
    quick = QUICK_LOOKS
    void look()
  })
  void look()
  return {
    look,
    close() {
      closed = true
      stopWaiting()
      for (const { device } of held.values()) device.close()
      held.clear()
    },
  }
}
