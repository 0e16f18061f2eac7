import type { HidDevice } from '../hid/hid-port.ts'
import type { PadFeedback, PadModel, PadStep } from './pad-models.ts'
import { pause } from '../../time.ts'

/** A finger that bounces, or hits twice out of impatience: the second is no order. */
const SAME_AGAIN_MS = 300

export interface CallPad {
  show(feedback: PadFeedback): void
}

/** Tells each press once, as the hex of its report; shows how the counter stands, one write at a time, a refusal before what stands. */
export function drivePad(
  device: HidDevice,
  model: PadModel,
  onPress: (report: string) => void,
  now: () => number,
): CallPad {
  let down: string | null = null
  let last = { report: '', at: -SAME_AGAIN_MS }
  device.onReport((bytes, isLate = false) => {
    const before = down
    const heard = model.pressed(bytes)
    // A box that numbers its reports leaves the number when the finger goes: 0101, then 01.
    const report =
      heard !== null && before !== null && heard.length < before.length && before.startsWith(heard) ? null : heard
    down = report
    if (report === null || report === before || isLate) return
    const isBounce = report === last.report && now() - last.at < SAME_AGAIN_MS
    last = { report, at: now() }
    if (!isBounce) onPress(report)
  })

  let stands: PadStep[] = []
  let wanted: PadStep[] | null = null
  let writing = false
  async function write(): Promise<void> {
    if (writing) return
    writing = true
    while (wanted !== null) {
      const steps: PadStep[] = wanted
      wanted = null
      for (const { report, ms } of steps) {
        if (
          !(await device.write(report).then(
            () => true,
            () => false,
          ))
        ) {
          wanted = null
          break
        }
        if (ms > 0) await pause(ms)
      }
      if (steps !== stands && wanted === null) wanted = stands
    }
    writing = false
  }
  return {
    show(feedback) {
      const steps = model.show(feedback)
      if (feedback.type === 'stands') stands = steps
      // What stands comes after a refusal by itself.
      if (feedback.type === 'refused' || !writing) wanted = steps
      void write()
    },
  }
}
