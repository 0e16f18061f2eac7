import { describe, expect, test } from 'vitest'
import { decodeBx6Answer, encodeBx6Answer } from '../../gateway/devices/led/bx6/bx6-answer.ts'
import { bx6Card } from '../../gateway/devices/led/bx6/bx6-order.ts'
import { decodeBxkAnswer, encodeBxkAnswer } from '../../gateway/devices/led/bxk/bxk-answer.ts'
import { decodeBxk } from '../../gateway/devices/led/bxk/decode-bxk.ts'
import { crc16 } from '../../gateway/devices/led/crc16.ts'
import { readOnbonFrames, unwrapOnbon, wrapOnbon } from '../../gateway/devices/led/onbon/frame.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const hex = (all: Uint8Array | null): string | null => all && Buffer.from(all).toString('hex')
const low = (word: number): number[] => [word & 0xff, word >> 8]

describe('frames', () => {
  /** Frames that come out of a stream, in hex. */
  const cut = (stream: Uint8Array, piece: number, most?: number): (string | null)[] => {
    const frames: (string | null)[] = []
    const hear = readOnbonFrames((frame) => frames.push(hex(frame)), most)
    for (let at = 0; at < stream.length; at += piece) hear(stream.subarray(at, at + piece))
    return frames
  }
  const one = wrapOnbon(bytes('01 a5 5a a6 5b 02'))
  const other = wrapOnbon(bytes('ff'))

  test.each([1, 2, 3, 7, 100])('LV7 two frames and the noise around them, in pieces of %i bytes', (piece) => {
    const stream = Uint8Array.from([0, 7, ...one, 1, 2, 0x5a, ...other, 9])
    expect(cut(stream, piece)).toEqual([hex(one), hex(other)])
  })

  test('LV7 a frame that goes on beyond all measure is let go, and the next one is read', () => {
    const endless = Uint8Array.from([0xa5, ...new Array<number>(40).fill(1)])
    expect(cut(Uint8Array.from([...endless, ...other]), 8, 32)).toEqual([hex(other)])
    // As long as allowed is not too long.
    expect(cut(one, 8, one.length)).toEqual([hex(one)])
    expect(cut(one, 8, one.length - 1)).toEqual([])
  })

  test('LV7 what a frame holds belongs to whoever hears it: the buffer of the line may be used again', () => {
    const line = Uint8Array.from(one)
    const heard: Uint8Array[] = []
    const hear = readOnbonFrames((frame) => heard.push(frame))
    hear(line.subarray(0, 5))
    line.fill(0, 0, 5)
    hear(line.subarray(5))
    expect(heard.map(hex)).toEqual([hex(one)])
  })

  test('LV7 a frame that was cut off anywhere, also within an escape, does not take the next one with it', () => {
    for (let kept = 1; kept < one.length; kept += 1)
      expect(hex(unwrapOnbon(Uint8Array.from([...one.subarray(0, kept), ...other]))), `${kept} bytes`).toBe('ff')
  })

  test.each([
    ['no head', '01 02 5a'],
    ['no tail', 'a5 01 02'],
    ['nothing', ''],
    ['a tail inside', 'a5 01 5a 02 5a'],
    ['an escape that does not exist', 'a5 a6 03 5a'],
    ['an escape cut off', 'a5 01 5b 5a'],
  ])('LV8 a frame with %s is none', (_, frame) => {
    expect(unwrapOnbon(bytes(frame))).toBeNull()
    expect([decodeBxkAnswer(bytes(frame)), decodeBx6Answer(bytes(frame))]).toEqual([null, null])
  })
})

describe('BX-K', () => {
  /** A frame from the card with this data; `mode` as the card declares its checksum. */
  function frame(
    data: string,
    { mode = 0, sum = undefined as number | undefined, length = undefined as number | undefined } = {},
  ) {
    const said = bytes(data)
    const head = [0x00, 0x80, 0x01, 0x00, 0, 0, 0, 0, mode, 0, 0xfe, 2, ...low(length ?? said.length)]
    const whole = Uint8Array.from([...head, ...said])
    return wrapOnbon(Uint8Array.from([...whole, ...low(sum ?? crc16(whole, 'arc'))]))
  }

  test('LV8 done, refused with its error, and what is neither of them', () => {
    expect(decodeBxkAnswer(frame('a0 00 00 00 00'))).toEqual({ kind: 'ack' })
    expect(decodeBxkAnswer(frame('a0 01 07 00 00'))).toEqual({ kind: 'refused', error: 7 })
    // Another command without an error of its own is not "done".
    expect(decodeBxkAnswer(frame('a1 02 00 00 00'))).toEqual({ kind: 'refused', error: 1 })
    expect(decodeBxkAnswer(frame('a0 00 00 00'))).toBeNull()
    expect(decodeBxkAnswer(frame('a0 00 00 00 00', { sum: 1 }))).toBeNull()
    expect(decodeBxkAnswer(frame('a0 00 00 00 00', { length: 6 }))).toBeNull()
    expect(decodeBxkAnswer(wrapOnbon(bytes('01 02')))).toBeNull()
  })

  test('LV8 the simulated card answers as the paper says', () => {
    expect(hex(encodeBxkAnswer({ kind: 'ack' }))).toBe(hex(frame('a0 00 00 00 00')))
    expect(hex(encodeBxkAnswer({ kind: 'refused', error: 5 }))).toBe(hex(frame('a0 01 05 00 00')))
  })

  test('LV9 a CRC, the sum of all bytes, or nothing at all', () => {
    const data = 'a0 00 00 00 00'
    // Sum of the header and the data: 80 + 01 + 01 (mode) + fe + 02 + 05 + a0.
    const sum = 0x80 + 0x01 + 0x01 + 0xfe + 0x02 + 0x05 + 0xa0
    expect(decodeBxkAnswer(frame(data, { mode: 1, sum }))).toEqual({ kind: 'ack' })
    expect(decodeBxkAnswer(frame(data, { mode: 1, sum: sum + 1 }))).toBeNull()
    expect(decodeBxkAnswer(frame(data, { mode: 2, sum: 0x1234 }))).toEqual({ kind: 'ack' })
    expect(decodeBxkAnswer(frame(data, { mode: 3, sum: 0 }))).toBeNull()
  })

  test('LV8 an order that no card knows, or with a byte too many, is none', () => {
    expect(decodeBxk(frame('a2 00 01 00 00'), '6K')?.order).toEqual({ kind: 'ping' })
    expect(decodeBxk(frame('a9 00 01 00 00'), '6K')).toBeNull()
    expect(decodeBxk(frame('a3 00 01 00 00'), '6K')).toBeNull()
    // Brightness by half hours is a kind that we never send.
    expect(decodeBxk(frame(`a3 02 01 00 00 01 09${' 09'.repeat(48)}`), '6K')?.order).toEqual({
      kind: 'brightness',
      level: 9,
    })
    expect(decodeBxk(frame(`a3 02 01 00 00 02 09${' 09'.repeat(48)}`), '6K')).toBeNull()
    const area = `00 0000 0000 0800 1000 00 00 00 0500 00 00 00 02 01 02 00 00 08 01000000 41`
    expect(decodeBxk(frame(`a3 06 01 00 00 00 01 1c00 ${area}`), '6K')?.order).toMatchObject({
      areas: [{ text: 'A', w: 8 }],
    })
    expect(decodeBxk(frame(`a3 06 01 00 00 00 01 1d00 ${area} 00`), '6K')).toBeNull()
    expect(decodeBxk(frame(`a3 06 01 00 00 00 01 1c00 01${area.slice(2)}`), '6K')).toBeNull()
  })
})

describe('BX-6', () => {
  const card = bx6Card(0x0651, 'EM')
  const self = { deviceType: 0x0651, firmware: '22062800', isSetUp: true, width: 300, height: 32, colour: 3 }

  test('LV8 done, refused with its error, and what a card says of itself', () => {
    const read = (answer: Parameters<typeof encodeBx6Answer>[0]) => decodeBx6Answer(encodeBx6Answer(answer, card))
    expect(read({ kind: 'ack' })).toEqual({ kind: 'ack' })
    expect(read({ kind: 'refused', error: 9 })).toEqual({ kind: 'refused', error: 9 })
    expect(read({ kind: 'self', self })).toEqual({ kind: 'self', self })
    expect(read({ kind: 'self', self: { ...self, isSetUp: false } })).toMatchObject({ self: { isSetUp: false } })
    expect(read({ kind: 'self', self: { ...self, firmware: 'A1' } })).toMatchObject({ self: { firmware: 'A1' } })
  })

  test('LV8 a status without an error is a refusal too, in the short header as in the ordinary one', () => {
    // The short header: 16 bytes of which the fifth is f0; then the body and a checksum.
    const short = (body: string): Uint8Array =>
      wrapOnbon(bytes(`00 80 01 00 f0 00 00 00 00 00 00 00 00 00 00 00 ${body} 00 00`))
    expect(decodeBx6Answer(short('00 a0 00 0000 0000 0000'))).toEqual({ kind: 'ack' })
    expect(decodeBx6Answer(short('00 a0 00 0400 0000 0000'))).toEqual({ kind: 'refused', error: 4 })
    expect(decodeBx6Answer(short('00 a0 00 0000 0600 0000'))).toEqual({ kind: 'refused', error: 6 })
    expect(decodeBx6Answer(short('00 a0 01 0000 0000 0000'))).toEqual({ kind: 'refused', error: 1 })
    expect(decodeBx6Answer(short('01 a0 00 0000 0000 0000'))).toBeNull()
    expect(decodeBx6Answer(short('00 a0 00 0000 0000 0500'))).toBeNull()
  })
})
