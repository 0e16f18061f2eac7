import type { HidDevice, HidInfo } from '../hid/hid-port.ts'
import { decodeCode, posReports } from './hid-pos.ts'

/** Honeywell and Youjie stay in another mode until they get this feature report. */
const TO_POS = Uint8Array.of(0xfe, 0x01)
const needsInit = new Set([0x0c2e, 0x23d0])

/** Joins a scanner's reports into codes; `onCode` gets text that nobody has looked at yet. */
export function driveScanner(
  device: HidDevice,
  { vendorId }: HidInfo,
  onCode: (text: string) => void,
  now: () => number,
): void {
  const reports = posReports((bytes) => onCode(decodeCode(bytes)))
  device.onReport((report, isLate = false) => {
    if (!isLate) reports.feed(report, now())
  })
  if (needsInit.has(vendorId)) device.sendFeature(TO_POS).catch(() => {})
}
