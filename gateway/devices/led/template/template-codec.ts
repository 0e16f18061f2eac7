import type { StripFrame, StripPart } from '../../../contract/strip-frame.ts'
import { encodeGb2312, decodeGb2312 } from '../bxk/gb2312.ts'
import { type Crc16Kind, crc16 } from '../crc16.ts'

/** What a window strip can be told. `number` is the ticket as people read it; the empty text is a strip without a ticket. */
export interface StripValues {
  number: string
  counter: string
  /** The strip's own address on a shared line. */
  address: number
  waiting: number
}

type Of = Extract<StripPart, { of: unknown }>['of']
const A = 65
const numeric = (text: string): number => Number(/\d+/.exec(text)?.[0] ?? 0)
const seriesOf = (number: string): number => Math.max(0, (number.toUpperCase().codePointAt(0) ?? A) - A)

function valueOf(of: Of, { number, counter, address, waiting }: StripValues): number {
  switch (of) {
    case 'number':
      return numeric(number)
    case 'series':
      return number === '' ? 0 : seriesOf(number)
    case 'counter':
      return numeric(counter)
    case 'address':
      return address
    case 'waiting':
      return waiting
  }
}

const ordered = (value: number, bytes: number, order: 'high-first' | 'low-first'): number[] => {
  const low = Array.from({ length: bytes }, (_, nth) => Math.floor(value / 256 ** nth) % 256)
  return order === 'low-first' ? low : low.reverse()
}

type ChecksumKind = Extract<StripPart, { part: 'checksum' }>['kind']
const crcOf: Partial<Record<ChecksumKind, Crc16Kind>> = {
  'crc16-modbus': 'modbus',
  'crc16-arc': 'arc',
  'crc16-ccitt': 'ccitt-false',
  'crc16-xmodem': 'xmodem',
  'crc16-kermit': 'kermit',
}
function checksum(kind: ChecksumKind, over: readonly number[], order: 'high-first' | 'low-first'): number[] {
  const sum = over.reduce((all, byte) => all + byte, 0)
  const crc = crcOf[kind]
  if (crc) return ordered(crc16(Uint8Array.from(over), crc), 2, order)
  if (kind === 'sum-16') return ordered(sum % 0x10000, 2, order)
  if (kind === 'xor') return [over.reduce((all, byte) => all ^ byte, 0)]
  return [kind === 'negative-sum' ? -sum & 0xff : sum & 0xff]
}

/** How many bytes a part takes; only text without a size depends on the values. */
function sizeOf(part: StripPart, values: StripValues): number {
  switch (part.part) {
    case 'bytes':
      return bytesOf(part.hex).length
    case 'number':
    case 'length':
      return part.bytes
    case 'digits':
      return part.as === 'bcd' ? Math.ceil(part.count / 2) : part.count
    case 'text':
      return part.bytes ?? textOf(part.text, values).length
    case 'checksum':
      return part.kind === 'sum' || part.kind === 'xor' || part.kind === 'negative-sum' ? 1 : 2
  }
}

const bytesOf = (hex: string): number[] => (hex.match(/[0-9A-Fa-f]{2}/g) ?? []).map((pair) => Number.parseInt(pair, 16))
const textOf = (text: string, { number, counter, waiting }: StripValues): number[] => [
  ...encodeGb2312(
    text.replaceAll('{number}', number).replaceAll('{counter}', counter).replaceAll('{waiting}', String(waiting)),
  ).bytes,
]

function digits(value: number, count: number, as: 'ascii' | 'raw' | 'bcd'): number[] {
  const all = String(value % 10 ** count).padStart(count, '0')
  if (as !== 'bcd') return [...all].map((digit) => Number(digit) + (as === 'ascii' ? 0x30 : 0))
  return (all.length % 2 ? `0${all}` : all).match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []
}

/** Fills the described frame with values. Parts are told apart by their place, counted from 1. */
export function encodeTemplate(frame: StripFrame, values: StripValues): Uint8Array {
  const done: number[][] = []
  for (const part of frame) {
    switch (part.part) {
      case 'bytes':
        done.push(bytesOf(part.hex))
        break
      case 'number':
        done.push(ordered(valueOf(part.of, values), part.bytes, part.order))
        break
      case 'digits':
        done.push(digits(valueOf(part.of, values), part.count, part.as))
        break
      case 'text': {
        const text = textOf(part.text, values)
        done.push(
          part.bytes === null ? text : [...text, ...new Array<number>(part.bytes).fill(0x20)].slice(0, part.bytes),
        )
        break
      }
      case 'length':
        done.push(
          ordered(
            frame.slice(part.from - 1, part.to).reduce((sum, one) => sum + sizeOf(one, values), 0),
            part.bytes,
            part.order,
          ),
        )
        break
      case 'checksum':
        done.push(checksum(part.kind, done.slice(part.from - 1, part.to ?? done.length).flat(), part.order))
        break
    }
  }
  return Uint8Array.from(done.flat())
}

/** What a strip understood of such a frame; null when literals, lengths or checksums are wrong. Free text must be the only one without a size. */
export function decodeTemplate(
  frame: StripFrame,
  bytes: Uint8Array,
): { number: string; counter: string; address: number; waiting: number } | null {
  const values: StripValues = { number: '', counter: '', address: 0, waiting: 0 }
  const open = frame.filter((part) => part.part === 'text' && part.bytes === null).length
  const fixed = frame.reduce(
    (sum, part) => sum + (part.part === 'text' && part.bytes === null ? 0 : sizeOf(part, values)),
    0,
  )
  if (open > 1 || bytes.length < fixed || (open === 0 && bytes.length !== fixed)) return null
  const pieces: number[][] = []
  let at = 0
  for (const part of frame) {
    const size = part.part === 'text' && part.bytes === null ? bytes.length - fixed : sizeOf(part, values)
    pieces.push([...bytes.subarray(at, at + size)])
    at += size
  }
  let series = ''
  let number = 0
  let text: string | null = null
  const learn = (of: Of, value: number): void => {
    if (of === 'number') number = value
    else if (of === 'series') series = String.fromCharCode(A + value)
    else if (of === 'counter') values.counter = String(value)
    else values[of] = value
  }
  for (const [nth, part] of frame.entries()) {
    const piece = pieces[nth] ?? []
    const same = (wanted: readonly number[]): boolean =>
      wanted.length === piece.length && wanted.every((byte, place) => byte === piece[place])
    if (part.part === 'bytes' && !same(bytesOf(part.hex))) return null
    if (
      part.part === 'checksum' &&
      !same(checksum(part.kind, pieces.slice(part.from - 1, part.to ?? nth).flat(), part.order))
    )
      return null
    if (
      part.part === 'length' &&
      !same(ordered(pieces.slice(part.from - 1, part.to).flat().length, part.bytes, part.order))
    )
      return null
    if (part.part === 'number')
      learn(
        part.of,
        (part.order === 'high-first' ? piece : piece.toReversed()).reduce((value, byte) => value * 256 + byte, 0),
      )
    if (part.part === 'digits')
      learn(
        part.of,
        Number(
          piece.map((byte) => (part.as === 'bcd' ? byte.toString(16).padStart(2, '0') : String(byte & 0x0f))).join(''),
        ),
      )
    if (part.part === 'text' && part.text === '{number}') text = decodeGb2312(Uint8Array.from(piece)).trim()
  }
  return { ...values, number: text ?? (number === 0 ? '' : `${series}${String(number).padStart(3, '0')}`) }
}

/** The length of a frame without free text, so that a strip can cut its stream; null when it varies. */
export const templateLength = (frame: StripFrame): number | null =>
  frame.some((part) => part.part === 'text' && part.bytes === null)
    ? null
    : frame.reduce((sum, part) => sum + sizeOf(part, { number: '', counter: '', address: 0, waiting: 0 }), 0)
