import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stripFrame } from '../../gateway/contract/strip-frame.ts'
import {
  type Bx6Colour,
  bx6BitmapLength,
  decodeBx6Bitmap,
  encodeBx6Bitmap,
} from '../../gateway/devices/led/bx6/bx6-bitmap.ts'
import { bx6Card, filmArea } from '../../gateway/devices/led/bx6/bx6-order.ts'
import { decodeBx6 } from '../../gateway/devices/led/bx6/decode-bx6.ts'
import { encodeBx6 } from '../../gateway/devices/led/bx6/encode-bx6.ts'
import { crc16 } from '../../gateway/devices/led/crc16.ts'
import { thinned } from '../../gateway/devices/led/huidu/huidu-driver.ts'
import {
  decodeHuidu,
  encodeHuidu,
  encodeHuiduXml,
  gatherHuiduXml,
  readHuiduPackets,
} from '../../gateway/devices/led/huidu/huidu-packets.ts'
import {
  decodeHuiduAnswer,
  decodeHuiduOrder,
  encodeHuiduAnswer,
  encodeHuiduOrder,
} from '../../gateway/devices/led/huidu/huidu-xml.ts'
import {
  NOVASTAR_BLANK,
  NOVASTAR_BRIGHTNESS,
  NOVASTAR_FREEZE,
  decodeNovastar,
  encodeNovastar,
  toAllReceivers,
} from '../../gateway/devices/led/novastar/novastar-codec.ts'
import { decodeTemplate, encodeTemplate } from '../../gateway/devices/led/template/template-codec.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('LC6 a film too long for a Huidu card is thinned, lasts as long and comes to its end', () => {
  const frames = Array.from({ length: 151 }, (_, nth) => ({ nth, ms: nth === 150 ? 3_000 : 120 }))
  const thin = thinned(frames, 48)
  expect(thin.length).toBeLessThanOrEqual(48)
  expect(thin.reduce((sum, { ms }) => sum + ms, 0)).toBe(150 * 120 + 3_000)
  expect(thin.at(-1)?.nth).toBeGreaterThan(145)
  expect(thinned(frames.slice(0, 5), 48)).toEqual(frames.slice(0, 5))
})

describe('BX-6 pictures', () => {
  const pure: Record<Bx6Colour, number[][]> = {
    single: [
      [0, 0, 0],
      [255, 0, 0],
    ],
    double: [
      [0, 0, 0],
      [255, 0, 0],
      [0, 255, 0],
      [255, 255, 0],
    ],
    'double-gr': [
      [0, 0, 0],
      [255, 0, 0],
      [0, 255, 0],
      [255, 255, 0],
    ],
    triple: [
      [0, 0, 0],
      [255, 0, 255],
      [0, 255, 0],
      [255, 255, 255],
    ],
    rgb565: [
      [0, 0, 0],
      [255, 0, 0],
      [0, 255, 0],
      [8, 130, 132],
    ],
    rgb888: [
      [1, 2, 3],
      [255, 0, 0],
      [7, 77, 177],
      [255, 255, 255],
    ],
  }
  const kinds = Object.keys(pure) as Bx6Colour[]
  test.each(kinds)('LC1 a picture in "%s" of any size comes out of the card as it went in', (colour) => {
    const any = fc
      .record({ width: fc.integer({ min: 1, max: 70 }), height: fc.integer({ min: 1, max: 20 }) })
      .chain(({ width, height }) =>
        fc
          .array(fc.nat(pure[colour].length - 1), { minLength: width * height, maxLength: width * height })
          .map((dots) => ({
            width,
            height,
            pixels: Uint8Array.from(dots.flatMap((dot) => pure[colour][dot] ?? [])),
          })),
      )
    fc.assert(
      fc.property(any, (picture) => {
        const data = encodeBx6Bitmap(picture, colour)
        expect(data).toHaveLength(bx6BitmapLength(picture.width, picture.height, colour))
        expect(decodeBx6Bitmap(data, picture.width, picture.height, colour)).toEqual(picture)
      }),
    )
  })
  test('LC2 several areas, pages and a voice come back; pages of the second area count on from the first', () => {
    const dot = (width: number, lit: number) => {
      const pixels = new Uint8Array(width * 16 * 3)
      pixels.set([255, 0, 0], lit * 3)
      return { width, height: 16, pixels }
    }
    const film = filmArea(
      [
        { picture: dot(64, 1), ms: 500 },
        { picture: dot(64, 70), ms: 3000 },
      ],
      false,
    )
    const sound = {
      person: 1,
      volume: 5,
      speed: 5,
      dataMode: 0 as const,
      replayTimes: 1,
      replayDelay: 200,
      reading: [0, 0, 0] as const,
      data: Uint8Array.of(0xc7, 0xeb),
    }
    const areas = [
      { ...film, sound },
      { ...filmArea([{ picture: dot(33, 5), ms: 100 }], true, 64, 0), id: 1, allPrograms: false, programs: [1, 300] },
    ]
    const frame = encodeBx6({ kind: 'show', colour: 'double', areas }, bx6Card(0x0651, 'EM'))
    expect(decodeBx6(frame, 'double')?.order).toEqual({ kind: 'show', colour: 'double', areas })
  })
})

describe('NovaStar', () => {
  const published = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/led/published.json'), 'utf8'))
    .novastar as { name: string; frame: string }[]
  const frameOf = (name: string): string => published.find((one) => one.name.startsWith(name))?.frame ?? ''
  test('LC3 the published packets, byte for byte', () => {
    expect(hex(encodeNovastar({ ...toAllReceivers(1, NOVASTAR_BRIGHTNESS, 128), dst: 0, port: 0 }))).toBe(
      frameOf('brightness 128'),
    )
    expect(hex(encodeNovastar(toAllReceivers(0, NOVASTAR_BRIGHTNESS, 255)))).toBe(frameOf('brightness 255'))
    expect(hex(encodeNovastar({ ...toAllReceivers(0x80, NOVASTAR_BLANK, 255), dst: 0 }))).toBe(frameOf('blank'))
    expect(hex(encodeNovastar({ ...toAllReceivers(0x80, NOVASTAR_FREEZE, 255), dst: 0 }))).toBe(frameOf('freeze'))
    for (const { frame } of published)
      expect(hex(encodeNovastar(decodeNovastar(Buffer.from(frame, 'hex')) ?? toAllReceivers(0, 0, 0)))).toBe(frame)
  })
  test('LC3 a packet with one wrong byte is none', () => {
    const packet = encodeNovastar(toAllReceivers(7, NOVASTAR_BLANK, 255))
    for (let at = 0; at < packet.length; at += 1)
      expect(decodeNovastar(packet.with(at, (packet[at] ?? 0) ^ 1))).toBeNull()
  })
})

describe('Huidu', () => {
  test('LC4 the handshake’s packets are those of the maker’s demo', () => {
    expect(hex(encodeHuidu({ kind: 'version-ask', version: 0x1000005 }))).toBe('0800012005000001')
    expect(hex(encodeHuidu({ kind: 'heartbeat-ask' }))).toBe('04005f00')
    expect(hex(encodeHuidu({ kind: 'file-start', md5: 'ab'.repeat(16), size: 258, name: 'a.png' }))).toBe(
      `3500${'0180'}${'6162'.repeat(16)}00${'0201000000000000'}0000${'612e706e6700'}`,
    )
  })
  test('LC4 XML is cut and counted by bytes, also inside a character, and put together in any pieces of the stream', () => {
    const xml = encodeHuiduOrder({ kind: 'delete-files', files: [`${'公告'.repeat(5_000)}"<&.png`] }, 'guid')
    const parts = encodeHuiduXml(xml)
    expect(parts.length).toBeGreaterThan(3)
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(9216)
    const gather = gatherHuiduXml()
    let text: string | null = null
    const read = readHuiduPackets((packet) => packet?.kind === 'xml-ask' && (text = gather(packet)))
    const stream = Buffer.concat(parts)
    for (let at = 0; at < stream.length; at += 777) read(stream.subarray(at, at + 777))
    expect(text === xml).toBe(true)
    expect(decodeHuiduOrder(encodeHuiduOrder({ kind: 'delete-files', files: [`a"<&'b.png`] }, 'g'))?.order).toEqual({
      kind: 'delete-files',
      files: [`a"<&'b.png`],
    })
  })
  test('LC4 orders and answers come back as they were said', () => {
    const images = [
      { file: 'one.png', ms: 500 },
      { file: 'two.png', ms: 60_000 },
    ]
    for (const order of [
      { kind: 'show' as const, width: 320, height: 96, images, stamp: 7 },
      { kind: 'brightness' as const, percent: 40 },
      { kind: 'power' as const, on: false },
    ])
      expect(decodeHuiduOrder(encodeHuiduOrder(order, 'g'))).toEqual({ guid: 'g', order })
    expect(decodeHuiduAnswer(encodeHuiduAnswer('g', 'AddProgram', 'kSuccess'))).toEqual({
      guid: 'g',
      method: 'AddProgram',
      result: 'kSuccess',
    })
    expect(decodeHuiduAnswer('<html>')).toBeNull()
    expect(decodeHuidu(Uint8Array.of(5, 0, 1, 0x20))).toBeNull()
  })
})

describe('window strips', () => {
  const values = { number: 'A042', counter: '12', address: 3, waiting: 6 }
  test('LC5 checksums are the catalogue’s check values for 123456789', () => {
    const nine = new TextEncoder().encode('123456789')
    expect(
      (['arc', 'modbus', 'ccitt-false', 'xmodem', 'kermit'] as const).map((kind) => crc16(nine, kind).toString(16)),
    ).toEqual(['bb3d', '4b37', '29b1', '31c3', '2189'])
  })
  test('LC5 two frames found in use: "3A colour num(2) info sum 0A" and "id hi lo sum"', () => {
    const first = stripFrame.parse([
      { part: 'bytes', hex: '3A 01' },
      { part: 'number', of: 'number', bytes: 2 },
      { part: 'bytes', hex: '00' },
      { part: 'checksum', kind: 'sum', from: 2 },
      { part: 'bytes', hex: '0A' },
    ])
    expect(() => encodeTemplate(first, values)).not.toThrow()
    expect(hex(encodeTemplate(first, values))).toBe('3a01002a002a0a')
    const second = stripFrame.parse([
      { part: 'number', of: 'address', bytes: 1 },
      { part: 'number', of: 'number', bytes: 2 },
      { part: 'checksum', kind: 'sum' },
    ])
    expect(hex(encodeTemplate(second, values))).toBe('03002a2d')
    expect(decodeTemplate(second, Uint8Array.of(3, 0, 0x2a, 0x2d))).toMatchObject({ number: '042', address: 3 })
    expect(decodeTemplate(second, Uint8Array.of(3, 0, 0x2b, 0x2d))).toBeNull()
  })
  const frames = [
    [
      { part: 'bytes', hex: 'AA' },
      { part: 'digits', of: 'address', count: 2, as: 'bcd' },
      { part: 'length', from: 4, to: 5 },
      { part: 'text', bytes: 6 },
      { part: 'digits', of: 'counter', count: 3, as: 'ascii' },
      { part: 'checksum', kind: 'crc16-modbus', order: 'low-first' },
    ],
    [{ part: 'bytes', hex: '02' }, { part: 'text' }, { part: 'bytes', hex: '03' }, { part: 'checksum', kind: 'xor' }],
    [
      { part: 'number', of: 'series', bytes: 1 },
      { part: 'digits', of: 'number', count: 3, as: 'raw' },
      { part: 'number', of: 'waiting', bytes: 2, order: 'low-first' },
      { part: 'checksum', kind: 'negative-sum' },
    ],
    [
      { part: 'text', bytes: 5 },
      { part: 'checksum', kind: 'crc16-ccitt' },
      { part: 'checksum', kind: 'sum-16', from: 1, to: 1 },
    ],
  ]
  test.each(frames.map((frame, nth) => [nth, frame] as const))(
    'LC5 described frame %i is understood again, and no wrong byte passes',
    (nth, described) => {
      const frame = stripFrame.parse(described)
      const bytes = encodeTemplate(frame, values)
      expect(decodeTemplate(frame, bytes)?.number).toBe('A042')
      if (nth === 1) expect(hex(bytes)).toBe('024130343203' + (0x02 ^ 0x41 ^ 0x30 ^ 0x34 ^ 0x32 ^ 0x03).toString(16))
      for (let at = 0; at < bytes.length; at += 1)
        expect(decodeTemplate(frame, bytes.with(at, (bytes[at] ?? 0) ^ 1))).toBeNull()
    },
  )
  test('LC5 a strip without a ticket gets zeros, or blanks', () => {
    const frame = stripFrame.parse([
      { part: 'number', of: 'number', bytes: 2 },
      { part: 'text', bytes: 4 },
    ])
    expect(hex(encodeTemplate(frame, { ...values, number: '' }))).toBe('000020202020')
  })
})
