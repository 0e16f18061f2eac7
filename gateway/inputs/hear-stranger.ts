import type { HidDevice, HidPort } from '../devices/hid/hid-port.ts'
import { drivePad } from '../devices/pad/drive-pad.ts'
import { padModels } from '../devices/pad/pad-models.ts'
import { after } from '../time.ts'

/** A page that was left open must not hold a device for ever. */
const HEARING_MS = 60_000
const MOST_PRESSES = 12

export interface HeardStranger {
  /** The terminal at whose computer it is; null = the gateway's own. */
  at: string | null
  path: string
  /** Its keys so far, as hex, each once, the last one last. */
  pressed: string[]
}
export interface HearStranger {
  /** Opens the device and shows what is pressed; another one is let go. false = it is not there or may not be opened. */
  hear(at: string | null, path: string): Promise<boolean>
  stop(): void
  now(): HeardStranger | null
}

/**
 * Learn mode for a device that the hall folder does not name yet, at any computer of the hall: its presses order nothing. Callers offer
 * only devices with a vendor's own page; a keyboard may be somebody's, and nobody listens to that.
 */
export function hearStranger(portAt: (at: string | null) => HidPort, now: () => number): HearStranger {
  let heard: (HeardStranger & { device: HidDevice }) | null = null
  let letGo = (): void => {}
  let asked = 0
  function stop(): void {
    letGo()
    const before = heard
    heard = null
    before?.device.close()
  }
  function stayOn(): void {
    letGo()
    letGo = after(HEARING_MS, stop)
  }
  return {
    async hear(at, path) {
      stop()
      asked += 1
      const mine = asked
      const device = await portAt(at).open(path)
      if (!device) return false
      // Two pages that ask at once: the later one has it.
      if (mine !== asked) {
        device.close()
        return false
      }
      const own = { at, path, pressed: [] as string[], device }
      heard = own
      device.onGone(() => {
        if (heard === own) stop()
      })
      drivePad(
        device,
        padModels.plain,
        (report) => {
          if (heard !== own) return
          own.pressed = [...own.pressed.filter((one) => one !== report), report].slice(-MOST_PRESSES)
          stayOn()
        },
        now,
      )
      stayOn()
      return true
    },
    stop() {
      asked += 1
      stop()
    },
    now: () => heard && { at: heard.at, path: heard.path, pressed: heard.pressed },
  }
}
