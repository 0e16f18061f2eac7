import { type ByteWriter, writeBytes } from '../byte-writer.ts'
import { crc16 } from '../crc16.ts'
import { encodeBcdTime } from '../local-time.ts'
import { wrapOnbon } from '../onbon/frame.ts'
import { encodeBx6Bitmap } from './bx6-bitmap.ts'
import type { Bx6Address, Bx6Area, Bx6Order, Bx6Sound } from './bx6-order.ts'

/** Largest packet that is offered to the card, in 16 bytes: the kit's own value. */
const FRAME_LENGTH_MAX = 0x190
const NOT_ENCRYPTED = 0x96
const PAGE_HEAD = 0x1a

/** Before escapes. `crc` is sent low byte first after the body; null for ordinary commands, which carry theirs in the header. */
export interface Bx6Parts {
  header: Uint8Array
  body: Uint8Array
  crc: number | null
}

/**
 * One order as one frame for the wire (A5…5A, escapes done).
 * Source: message definitions in the maker's SDK 0.6.0 (`bx06.xml`, `bx06_dyn.xml`), checked against frames that it sent.
 */
export function encodeBx6(order: Bx6Order, address: Bx6Address): Uint8Array {
  const { header, body, crc } = bx6Parts(order, address)
  const payload = writeBytes().raw(header).raw(body)
  return wrapOnbon((crc === null ? payload : payload.u16(crc)).bytes())
}

/** The same before it is wrapped: what the captures in tests/fixtures/led list. */
export function bx6Parts(order: Bx6Order, address: Bx6Address): Bx6Parts {
  const body = bodyOf(order)
  if (order.kind !== 'show' && order.kind !== 'delete-areas')
    return { header: commandHeader(body, address), body, crc: null }
  const header = dynamicHeader(body, address)
  return { header, body, crc: crc16(writeBytes().raw(header).raw(body).bytes(), 'arc') }
}

/** 16 bytes, protocol version F0: pictures. */
const dynamicHeader = (body: Uint8Array, { dst, src, deviceType }: Bx6Address): Uint8Array =>
  writeBytes().u16(dst).u16(src).u8(0xf0, 0).u16(deviceType).u32(0).u32(body.length).bytes()

/** 28 bytes, protocol version 07: everything else. The last byte is the xor of those before it. */
export function commandHeader(
  body: Uint8Array,
  { dst, src, deviceType, family, sequence, random }: Bx6Address,
): Uint8Array {
  const kind = family === 'Q' ? 1 : 0
  const head = writeBytes()
    .u16(dst)
    .u16(src)
    .u8(0x07, kind)
    .u16(deviceType)
    .u8(kind, 0)
    .u16(sequence)
    .u16(FRAME_LENGTH_MAX)
    .u8(NOT_ENCRYPTED, random)
    .zeros(6)
    .u16(body.length)
    .u16(crc16(body, 'arc'))
    .u8(0)
    .bytes()
  return writeBytes()
    .raw(head)
    .u8(head.reduce((xor, byte) => xor ^ byte, 0))
    .bytes()
}

function bodyOf(order: Bx6Order): Uint8Array {
  const command = (group: number, number: number, data: Uint8Array): Uint8Array =>
    writeBytes().u8(1, group, number).u16(data.length).raw(data).bytes()
  switch (order.kind) {
    case 'ping':
      return command(0xa2, 0x00, new Uint8Array())
    case 'time':
      return command(0xa2, 0x02, encodeBcdTime(order.at))
    case 'power':
      return command(0xa2, 0x05, Uint8Array.of(order.on ? 1 : 0))
    case 'brightness': {
      const { levels } = order
      return command(
        0xa2,
        0x07,
        Uint8Array.of(
          0,
          ...Array.from({ length: 48 }, (_, half) => (typeof levels === 'number' ? levels : (levels[half] ?? 15))),
        ),
      )
    }
    case 'delete-areas':
      return command(
        0xa7,
        0x01,
        order.ids === 'all' ? Uint8Array.of(0xff) : Uint8Array.of(order.ids.length, ...order.ids),
      )
    case 'show': {
      const dots = order.areas.map((area) => area.pages.map(({ picture }) => encodeBx6Bitmap(picture, order.colour)))
      const rest = writeBytes().u16(order.areas.length)
      // Offsets count from the first page of the first area: all pages of all areas stand in one region at the end.
      let offset = 0
      for (const [nth, area] of order.areas.entries()) {
        const info = areaInfo(area, dots[nth] ?? [], offset)
        rest.u32(info.length).raw(info)
        offset += (dots[nth] ?? []).reduce((sum, data) => sum + data.length, 0)
      }
      for (const data of dots.flat()) rest.raw(data)
      const bytes = rest.bytes()
      // The length field has two bytes and simply runs over; the header's has four and counts.
      return writeBytes()
        .u8(1, 0xa7, 0)
        .u16(bytes.length & 0xffff)
        .raw(bytes)
        .bytes()
    }
  }
}

function areaInfo(area: Bx6Area, dots: readonly Uint8Array[], firstOffset: number): Uint8Array {
  const info = writeBytes()
    .u8(area.id, area.runMode)
    .u16(area.timeout)
    .u8(area.allPrograms ? 1 : 0)
    .u16(area.programs.length)
  for (const program of area.programs) info.u16(program)
  info.u8(area.playNow ? 1 : 0).zeros(4)
  // Type 10 = dynamic; then frame, background, transparency, "background as before": all off.
  info.u8(0x10).u16(area.x).u16(area.y).u16(area.width).u16(area.height).zeros(4)
  soundInto(info, area.sound)
  info.zeros(5).u16(area.pages.length)
  let offset = firstOffset
  for (const [nth, page] of area.pages.entries()) {
    const length = dots[nth]?.length ?? 0
    info
      .u32(PAGE_HEAD)
      .u8(0, page.display, page.clear, page.speed)
      .u16(page.stay)
      .u8(page.repeat)
      .u16(page.picture.width)
    info.zeros(9).u32(offset).u32(length)
    offset += length
  }
  return info.bytes()
}

function soundInto(info: ByteWriter, sound: Bx6Sound | null): void {
  if (!sound) return void info.u8(0)
  info.u8(1, sound.person, sound.volume, sound.speed, sound.dataMode).u32(sound.replayTimes).u32(sound.replayDelay)
  info.u8(sound.reading?.length ?? 0)
  if (sound.reading) info.u8(...sound.reading)
  info.u32(sound.data.length).raw(sound.data)
}
