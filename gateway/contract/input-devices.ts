import { keypadKeys } from './keypad-keys.ts'
import { z } from 'zod'
import { padButtons } from './pad-buttons.ts'

/** Same words as the ids of the hall; written here because hall.ts imports this file. */
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, '编号只能用字母、数字、- 和 _，最长 32 位')
/** As lsusb writes it: "0c2e". */
const usbId = z
  .string()
  .regex(/^[0-9a-fA-F]{4}$/, 'USB 编号是四位十六进制，要加引号，例如 "0c2e"')
  .transform((text) => Number.parseInt(text, 16))

/**
 * A HID device and where it is plugged in: `at` a terminal's computer that lends it by its agent, null = the gateway's own. What is
 * left open fits any; `port` is for devices of one kind without serial numbers (npm run tingshi -- hid lists them).
 */
const hid = z.strictObject({
  kind: z.literal('hid'),
  at: id.nullable().default(null),
  vendor: usbId.nullable().default(null),
  product: usbId.nullable().default(null),
  serial: z.string().min(1).nullable().default(null),
  port: z.string().min(1).nullable().default(null),
})
const simulated = z.strictObject({ kind: z.literal('simulated') })
export const hidLink = z.discriminatedUnion('kind', [hid, simulated])
export const readerLink = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('serial'),
    at: id.nullable().default(null),
    path: z.string().min(1),
    baudRate: z.number().int().positive().default(115_200),
  }),
  simulated,
])

export const padButton = z.enum(padButtons)
/** A report as it comes from the pad, in hex. */
export const reportHex = z.string().regex(/^([0-9a-f]{2}){1,64}$/, '按键数据是十六进制，例如 "0100"')

/** A call pad, or a box with rating buttons: it acts as the counter that it is bound to. */
export const pad = z.strictObject({
  id,
  counter: id,
  link: hidLink,
  /** Which table it starts from (gateway/devices/pad/pad-models.ts); what was learnt in the hall goes before it. */
  model: z.enum(['plain', 'number-pad', 'lit']).default('plain'),
  buttons: z.record(reportHex, padButton).default({}),
})
export const scanner = z.strictObject({ id, terminal: id, link: hidLink })
export const keypadKey = z.enum(keypadKeys)
/** An assistive keypad; `keys`: HID keyboard usage → what it means, where the keypad was set otherwise than usual. */
export const keypad = z.strictObject({
  id,
  terminal: id,
  link: hidLink,
  keys: z.record(z.string().regex(/^\d{1,3}$/), keypadKey).default({}),
})
/** An ID-card reader. Off until the hall says otherwise, for each terminal. */
export const reader = z.strictObject({ id, terminal: id, enabled: z.boolean().default(false), link: readerLink })

/** These lists of the hall folder; a hall may do without any. */
export const inputDevices = {
  pads: z.array(pad).default([]),
  scanners: z.array(scanner).default([]),
  keypads: z.array(keypad).default([]),
  readers: z.array(reader).default([]),
}

export type HidLink = z.infer<typeof hidLink>
export type ReaderLink = z.infer<typeof readerLink>
export type PadButton = z.infer<typeof padButton>
export type Pad = z.infer<typeof pad>
export type Scanner = z.infer<typeof scanner>
export type KeypadKey = z.infer<typeof keypadKey>
export type Keypad = z.infer<typeof keypad>
export type Reader = z.infer<typeof reader>
