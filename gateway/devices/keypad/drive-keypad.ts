import type { KeypadKey } from '../../contract/input-devices.ts'
import type { HidDevice } from '../hid/hid-port.ts'
import { keyPresses } from '../hid/keyboard-report.ts'

/**
 * What an assistive keypad's keys mean: arrows, Enter, Esc and F1 as keyboards send them, and F13–F24, to which it is best set, since no
 * page and no desktop reacts to those by itself; its volume keys also as the usual ones. Usages of HID page 07h.
 */
export const usualKeys: ReadonlyMap<number, KeypadKey> = new Map([
  ...([
    [0x52, 'up'],
    [0x51, 'down'],
    [0x50, 'left'],
    [0x4f, 'right'],
    [0x28, 'ok'],
    [0x58, 'ok'],
    [0x29, 'back'],
    [0x3a, 'help'],
  ] as const),
  ...([
    [0x68, 'up'],
    [0x69, 'down'],
    [0x6a, 'left'],
    [0x6b, 'right'],
    [0x6c, 'ok'],
    [0x6d, 'back'],
    [0x6e, 'help'],
    [0x6f, 'headset-in'],
    [0x70, 'headset-out'],
    [0x71, 'softer'],
    [0x72, 'louder'],
    [0x73, 'read'],
    [0x81, 'softer'],
    [0x80, 'louder'],
  ] as const),
])

/** `own`: usages that this keypad was set to otherwise. */
export function driveKeypad(
  device: HidDevice,
  own: Readonly<Record<string, KeypadKey>>,
  onKey: (key: KeypadKey) => void,
): void {
  let late = false
  const presses = keyPresses((usage) => {
    const key = own[String(usage)] ?? usualKeys.get(usage)
    if (key && !late) onKey(key)
  })
  device.onReport((report, isLate = false) => {
    late = isLate
    presses(report)
  })
}
