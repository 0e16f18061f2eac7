import { z } from 'zod'

/**
 * The frame of a window strip that has its own small protocol (窗口屏), described part by part in the hall's YAML. Each maker of
 * queue systems has another one; a hall that bought strips has a page of paper which these parts can copy.
 */
const hex = z.string().regex(/^([0-9A-Fa-f]{2}[ ]?)+$/, '字节写成 3A 01 0D 这样')
const value = z.enum(['number', 'counter', 'address', 'waiting', 'series'])
const order = z.enum(['high-first', 'low-first']).default('high-first')

export const stripPart = z.discriminatedUnion('part', [
  /** Bytes as they are: start, command, colour, end. */
  z.strictObject({ part: z.literal('bytes'), hex }),
  /** A whole number in 1–4 bytes. `number` is what follows the letter: A042 → 42; `series` is the letter's place in the alphabet from 0. */
  z.strictObject({ part: z.literal('number'), of: value, bytes: z.number().int().min(1).max(4), order }),
  /** Decimal digits, filled with zeros: `ascii` 30–39, `raw` 00–09, `bcd` two to a byte. */
  z.strictObject({
    part: z.literal('digits'),
    of: value,
    count: z.number().int().min(1).max(8),
    as: z.enum(['ascii', 'raw', 'bcd']),
  }),
  /** The number as people read it (A042), GB2312, padded with spaces or cut to `bytes`. */
  z.strictObject({
    part: z.literal('text'),
    text: z.string().max(64).default('{number}'),
    bytes: z.number().int().min(1).max(64).nullable().default(null),
  }),
  /** How many bytes stand in the parts from `from` to `to` (numbered from 1, both included). */
  z.strictObject({
    part: z.literal('length'),
    from: z.number().int().min(1),
    to: z.number().int().min(1),
    bytes: z.number().int().min(1).max(2).default(1),
    order,
  }),
  /** Over the parts from `from` to `to` (numbered from 1, both included); without them over all parts before. */
  z.strictObject({
    part: z.literal('checksum'),
    kind: z.enum([
      'sum',
      'sum-16',
      'negative-sum',
      'xor',
      'crc16-modbus',
      'crc16-arc',
      'crc16-ccitt',
      'crc16-xmodem',
      'crc16-kermit',
    ]),
    from: z.number().int().min(1).default(1),
    to: z.number().int().min(1).nullable().default(null),
    order,
  }),
])
export const stripFrame = z.array(stripPart).min(1).max(40)
export type StripPart = z.infer<typeof stripPart>
export type StripFrame = z.infer<typeof stripFrame>
