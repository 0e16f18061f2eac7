import { writeBytes } from '../byte-writer.ts'
import { crc16 } from '../crc16.ts'
import { encodeBcdTime, parseLocalTime } from '../local-time.ts'
import { wrapOnbon } from '../onbon/frame.ts'
import type { BxkAddress, BxkArea, BxkCard, BxkOrder } from './bxk-order.ts'
import { encodeGb2312 } from './gb2312.ts'

const PROTOCOL = 0x02

/**
 * One order as one frame for the wire (A5…5A, escapes done). Packet: 14 bytes of header, data, CRC-16/ARC low byte first.
 * Source: protocol paper BX-5K/6K 1.4 and the maker's Java source, against whose frames it is tested.
 */
export function encodeBxk(order: BxkOrder, address: BxkAddress = {}): Uint8Array {
  const { dst = 0xfffe, src = 0x8000, displayMode = 0, deviceType = 0xfe, answer = true } = address
  const data = dataOf(order, answer)
  const packet = writeBytes()
    .u16(dst)
    .u16(src)
    .zeros(3)
    .u8(0, 0, displayMode, deviceType, PROTOCOL)
    .u16(data.length)
    .raw(data)
    .bytes()
  return wrapOnbon(writeBytes().raw(packet).u16(crc16(packet, 'arc')).bytes())
}

function dataOf(order: BxkOrder, answer: boolean): Uint8Array {
  const command = (group: number, number: number, reserved = 0) =>
    writeBytes()
      .u8(group, number, answer ? 1 : 2)
      .u16(reserved)
  switch (order.kind) {
    case 'ping':
      return command(0xa2, 0x00).bytes()
    case 'time':
      return command(0xa2, 0x03)
        .raw(encodeBcdTime(typeof order.local === 'string' ? parseLocalTime(order.local) : order.local))
        .bytes()
    case 'on':
    case 'off':
      return command(0xa3, 0x00)
        .u8(order.kind === 'on' ? 1 : 2)
        .bytes()
    case 'brightness':
      return command(0xa3, 0x02)
        .u8(1, order.level, ...new Array<number>(48).fill(order.level))
        .bytes()
    case 'lock':
    case 'unlock':
      return command(0xa3, 0x04, order.reserved ?? 0)
        .u8(order.save ? 1 : 0, order.kind === 'lock' ? 1 : 0)
        .raw(fileName(order.programme))
        .bytes()
    case 'clear':
      return command(0xa3, 0x10).bytes()
    case 'begin-write':
      return command(0xa1, 0x05)
        .u8((order.overwrite ?? true) ? 1 : 0)
        .raw(fileName(order.file))
        .u32(order.length)
        .bytes()
    case 'dynamic': {
      const { remove = [], processMode = 0, timeout = 5 } = order
      const data = command(0xa3, 0x06, processMode)
      if (remove === 'all') data.u8(0xff)
      else data.u8(remove.length, ...remove)
      data.u8(order.areas.length)
      for (const [nth, area] of order.areas.entries()) {
        const bytes = areaBytes({ id: nth, timeout, ...area }, order.card)
        data.u16(bytes.length).raw(bytes)
      }
      return data.bytes()
    }
  }
}

/** Four ASCII signs: P000, LOGO. */
const fileName = (name: string): Uint8Array => new TextEncoder().encode(name.padEnd(4).slice(0, 4))

const across = (dots: number, card: BxkCard): number =>
  card === '5K' ? dots >> 3 : card === '6K-marked' ? dots | 0x8000 : dots

function areaBytes(area: BxkArea, card: BxkCard): Uint8Array {
  const {
    lineSpace = 0,
    runMode = 0,
    timeout = 5,
    align = 0,
    singleLine = 2,
    newLine = 1,
    display = 2,
    exit = 0,
    speed = 0,
    stay = 8,
    sound = 0,
  } = area
  const bytes = writeBytes().u8(0).u16(across(area.x, card)).u16(area.y).u16(across(area.w, card)).u16(area.h)
  bytes
    .u8(area.id ?? 0, lineSpace, runMode)
    .u16(timeout)
    .u8(sound)
  if (sound !== 0)
    bytes.u8(((area.soundRepeat ?? 0) << 4) | (area.soundPerson ?? 0), area.soundVolume ?? 5, area.soundSpeed ?? 5)
  if (sound === 2) {
    const spoken = encodeGb2312(area.soundText ?? '').bytes
    bytes.u32(spoken.length).raw(spoken)
  }
  const shown = encodeGb2312(area.text).bytes
  // The 0 before the alignment: no extension bytes follow.
  bytes.u8(0, align, singleLine, newLine, display, exit, speed, stay).u32(shown.length)
  return bytes.raw(shown).bytes()
}
