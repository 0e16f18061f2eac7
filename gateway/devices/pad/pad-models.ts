import type { Pad, PadButton } from '../../contract/input-devices.ts'
import type { HidInfo } from '../hid/hid-port.ts'
import { isKeyboard, keysDown } from '../hid/keyboard-report.ts'

/** What a pad can tell its clerk without a page: done, no, and how the counter stands. */
export type PadFeedback =
  | { type: 'refused' }
  /** `number`: the ticket here; '' = none. `waiting`: somebody waits for this counter. */
  | { type: 'stands'; state: 'closed' | 'open' | 'paused'; number: string; waiting: boolean }
/** One write to the pad, and how long it stands before the next. */
export interface PadStep {
  report: Uint8Array
  ms: number
}
export interface PadModel {
  /** Whether such an interface is one of this kind at all. */
  fits(info: HidInfo): boolean
  /** The button that is down, as hex; null = all are up. */
  pressed(report: Uint8Array): string | null
  /** What its buttons mean before anybody taught it otherwise. */
  usual: Readonly<Record<string, PadButton>>
  show(feedback: PadFeedback): PadStep[]
}

const BLINK_MS = 120
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
/** Makers pad their reports with zeros to 8, 16 or 64 bytes; what is left of the last zero tells the button. */
const withoutTail = (report: Uint8Array): Uint8Array =>
  report.subarray(0, report.findLastIndex((byte) => byte !== 0) + 1)

/** Num is 1, Caps is 2 (HID 1.11, appendix B.1); the report is not numbered, so a zero goes before it. */
const lamps = (mask: number): Uint8Array => Uint8Array.of(0, mask)
const NUM = 1
const CAPS = 2

/** LED of the lit pad. */
const dark = 0
const green = 1
const amber = 2
const red = 3
/** 02 LED beeps, then four signs of the display. */
const lit = (led: number, beeps: number, text: string): Uint8Array =>
  Uint8Array.of(0x02, led, beeps, ...new TextEncoder().encode(text.slice(0, 4).padEnd(4)))

/** By model. A new maker's pad gets a row here, or is learnt in the hall without one. */
export const padModels: Record<Pad['model'], PadModel> = {
  /** Any box with a vendor page: buttons are learnt, nothing lights up. */
  plain: {
    fits: ({ usagePage }) => usagePage >= 0xff00,
    pressed: (report) => (withoutTail(report).length === 0 ? null : toHex(withoutTail(report))),
    usual: {},
    show: () => [],
  },
  /** A USB number pad of a few yuan: Enter, +, −, 0, ·, *. Its Num lamp is on while the counter is open, Caps while somebody waits. */
  'number-pad': {
    fits: isKeyboard,
    pressed(report) {
      const key = keysDown(report)[0]
      return key === undefined ? null : toHex(Uint8Array.of(key))
    },
    usual: { '58': 'next', '28': 'next', '57': 'recall', '56': 'missed', '62': 'finish', '63': 'pause', '55': 'open' },
    show: (feedback) =>
      feedback.type === 'refused'
        ? [CAPS | NUM, 0, CAPS | NUM, 0, CAPS | NUM].map((mask) => ({ report: lamps(mask), ms: BLINK_MS }))
        : [{ report: lamps((feedback.state === 'open' ? NUM : 0) | (feedback.waiting ? CAPS : 0)), ms: 0 }],
  },
  /** A pad with a lamp, a beeper and four signs; the simulated pad is one. Buttons are bits of the second byte. */
  lit: {
    fits: ({ usagePage }) => usagePage >= 0xff00,
    pressed: (report) => ((report[1] ?? 0) === 0 ? null : toHex(report.subarray(0, 2))),
    usual: { '0101': 'next', '0102': 'recall', '0104': 'missed', '0108': 'finish', '0110': 'pause', '0120': 'open' },
    show(feedback) {
      if (feedback.type === 'refused') {
        return [
          { report: lit(red, 2, ''), ms: 600 },
          { report: lit(dark, 0, ''), ms: 0 },
        ]
      }
      const { state, number, waiting } = feedback
      const words = { closed: '----', paused: 'PAUS', open: number.length > 4 ? number.slice(1) : number }
      return [
        {
          report: lit(
            state === 'open' ? green : state === 'paused' ? amber : dark,
            0,
            words[state] === '' && waiting ? 'NEXT' : words[state],
          ),
          ms: 0,
        },
      ]
    },
  },
}
