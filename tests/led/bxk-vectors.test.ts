import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BxkOrder } from '../../gateway/devices/led/bxk/bxk-order.ts'
import { decodeBxk } from '../../gateway/devices/led/bxk/decode-bxk.ts'
import { encodeBxk } from '../../gateway/devices/led/bxk/encode-bxk.ts'
import { decodeGb2312, encodeGb2312 } from '../../gateway/devices/led/bxk/gb2312.ts'
import { unwrapOnbon } from '../../gateway/devices/led/onbon/frame.ts'

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/led', file), 'utf8'))
const hex = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('hex')

describe('BX-K', () => {
  const { vectors } = read('bxk-vectors.json') as { vectors: (BxkOrder & { frame: string; dst?: number })[] }
  test.each(vectors.map((vector, nth) => [nth, vector] as const))(
    'LV2 frame %i of the maker’s program, byte for byte, and read back',
    (_, vector) => {
      expect(hex(encodeBxk(vector, { dst: vector.dst ?? 0xfffe }))).toBe(vector.frame)
      const decoded = decodeBxk(Buffer.from(vector.frame, 'hex'), '6K')
      expect(decoded && hex(encodeBxk(decoded.order, decoded.address))).toBe(vector.frame)
    },
  )

  const published: Record<string, BxkOrder> = {
    ping: { kind: 'ping' },
    'lock P000': { kind: 'lock', programme: 'P000', reserved: 6 },
    'unlock P000': { kind: 'unlock', programme: 'P000', reserved: 6 },
    clear: { kind: 'clear' },
    'begin to write a file': { kind: 'begin-write', file: 'P000', length: 0x49 },
    'dynamic text': {
      kind: 'dynamic',
      card: '5K',
      processMode: 0x2d,
      timeout: 2,
      areas: [{ x: 0, y: 0, w: 0x18 * 8, h: 32, newLine: 2, display: 3, speed: 4, stay: 5, text: "012345QRSTTV'B" }],
    },
  }
  const frames = read('published.json').bxk as { name: string; payload?: string; crc?: string; frame?: string }[]
  test.each(frames.filter((one) => one.payload))(
    'LV3 the published frame "$name"',
    ({ name, payload = '', crc = '' }) => {
      const order = published[name]
      if (!order) throw new Error(`nobody says ${name}`)
      const frame = encodeBxk(order, { dst: 1 })
      expect(hex(unwrapOnbon(frame))).toBe(payload + crc)
      const decoded = decodeBxk(frame, '5K')
      expect(decoded?.address.dst).toBe(1)
      expect(decoded && hex(encodeBxk(decoded.order, decoded.address))).toBe(hex(frame))
    },
  )
  test('LV3 the worked example of a call on a 5K card', () => {
    const order: BxkOrder = { kind: 'dynamic', card: '5K', areas: [{ x: 0, y: 0, w: 64, h: 16, text: '请A012号' }] }
    expect(hex(encodeBxk(order))).toBe(frames.find(({ name }) => name.includes('worked'))?.frame)
  })

  test('LV4 any order comes back as it was said, whatever escapes it needs', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    const cell = fc
      .tuple(fc.integer({ min: 0xb0, max: 0xf7 }), fc.integer({ min: 0xa1, max: 0xf9 }))
      .map((pair) => decodeGb2312(Uint8Array.from(pair)))
    const text = fc
      .array(fc.oneof(cell, fc.constantFrom('A', '0', ' ', '\\C1')), { maxLength: 30 })
      .map((all) => all.join(''))
    const area = fc.record({
      id: byte,
      y: fc.nat(2000),
      h: fc.nat(2000),
      x: fc.nat(200).map((value) => value * 8),
      w: fc.nat(200).map((value) => value * 8),
      text,
      lineSpace: byte,
      runMode: byte,
      timeout: fc.nat(65535),
      align: byte,
      display: byte,
      exit: byte,
      speed: byte,
      stay: byte,
      sound: fc.constantFrom(0 as const, 1 as const, 2 as const),
      soundPerson: fc.nat(15),
      soundRepeat: fc.nat(15),
      soundVolume: byte,
      soundSpeed: byte,
      soundText: text,
    })
    const order = fc.record({
      kind: fc.constant('dynamic' as const),
      card: fc.constantFrom('5K' as const, '6K' as const, '6K-marked' as const),
      areas: fc.array(area, { maxLength: 4 }),
      remove: fc.oneof(fc.constant('all' as const), fc.array(byte, { maxLength: 8 })),
      processMode: fc.nat(1),
    })
    fc.assert(
      fc.property(order, (one) => {
        const frame = encodeBxk(one)
        expect(frame.subarray(8, -1)).not.toContain(0xa5)
        expect(frame.subarray(8, -1)).not.toContain(0x5a)
        const decoded = decodeBxk(frame, one.card)
        expect(decoded && hex(encodeBxk(decoded.order, decoded.address))).toBe(hex(frame))
      }),
    )
  })

  test('LV5 one wrong byte anywhere is noticed', () => {
    const frame = encodeBxk({
      kind: 'dynamic',
      card: '6K',
      areas: [{ x: 0, y: 0, w: 64, h: 16, text: '请A012号到12号窗口' }],
    })
    for (let at = 8; at < frame.length - 1; at += 1) {
      const spoilt = Uint8Array.from(frame)
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x10
      expect(decodeBxk(spoilt, '6K')).toBeNull()
    }
  })

  test('LV6 GB2312 is 7,445 characters and not GBK', () => {
    const all = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
      (sign) => sign > '\u007f' && !/[\ud800-\udfff・―]/.test(sign),
    )
    expect(all.filter((sign) => encodeGb2312(sign).missing.length === 0)).toHaveLength(7_445)
    expect(encodeGb2312('龥ⅰ〇€ᠮ')).toEqual({
      bytes: Uint8Array.from([0xa1, 0xfe, 0xa1, 0xfe, 0xa1, 0xfe, 0xa1, 0xfe, 0xa1, 0xfe]),
      missing: [...'龥ⅰ〇€ᠮ'],
    })
  })
})
