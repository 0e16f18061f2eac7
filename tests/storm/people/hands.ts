import { ORDER_LIFETIME_MS } from '../../../gateway/contract/order-lifetime.ts'
import { encodePosReports } from '../../../gateway/devices/scanner/hid-pos.ts'
import { SCANNERS, isLent } from '../storm-hall.ts'
import type { Storm } from '../storm.ts'

type Report = readonly number[]
const lit = { next: [1, 1], recall: [1, 2], missed: [1, 4], finish: [1, 8], pause: [1, 16] }
/** Buttons as their reports, and a finger that goes up. */
const buttons: Readonly<Record<string, { down: Readonly<Record<string, Report>>; up: Report }>> = {
  PD1: { down: lit, up: [1, 0] },
  PD3: { down: lit, up: [1, 0] },
  PD2: {
    down: { next: [0, 0, 0x58], recall: [0, 0, 0x57], missed: [0, 0, 0x56], finish: [0, 0, 0x62], pause: [0, 0, 0x63] },
    up: [0, 0, 0],
  },
  RB1: { down: Object.fromEntries([1, 2, 3, 4, 5].map((stars) => [`rate-${stars}`, [stars]])), up: [0] },
}
const FINGER_MS = 80

/** What people do with devices on a cable: press a key, hold a code before a scanner, pull a plug. */
export function openHands({ world, witness, computer, agents }: Storm, agent: string) {
  const fate = world.begin('hands')
  /** The computer at which it hangs: a terminal's, or the gateway's own; null = it is off. */
  function computerOf(id: string) {
    if (isLent(id)) return agents.get(agent) ?? null
    const { life } = computer
    return life && { process: life.process, hid: life.devices.simulated.hid }
  }
  /** False = nobody can see that it is pressed: its computer is off. */
  function say(id: string, reports: readonly Report[]): boolean {
    const at = computerOf(id)
    if (at === null) return false
    const saidAt = world.now()
    const hear = (): void => {
      // The kernel has kept it while the computer stood still; the port of real devices says so (AG11), this one cannot.
      if (world.now() - saidAt > ORDER_LIFETIME_MS) return
      at.hid.say(
        id,
        reports.map((bytes) => Uint8Array.from(bytes)),
      )
    }
    world.post(0, hear, at.process)
    return true
  }
  return {
    press(padId: string, button: string): void {
      const pad = buttons[padId]
      const down = pad?.down[button]
      if (!pad || !down) return
      if (!say(padId, [down])) return
      witness.press(padId)
      world.post(FINGER_MS, () => say(padId, [pad.up]), fate)
    },
    hold(terminalId: keyof typeof SCANNERS, code: string): void {
      const reports = encodePosReports(new TextEncoder().encode(code)).map((bytes) => [...bytes])
      if (say(SCANNERS[terminalId], reports)) witness.hold(terminalId, code)
    },
    unplug(id: string, ms: number): void {
      const set = (isIn: boolean): void => {
        const at = computerOf(id)
        if (at) world.post(0, () => at.hid.setPlugged(id, isIn), at.process)
      }
      set(false)
      world.post(ms, () => set(true), fate)
    },
  }
}
