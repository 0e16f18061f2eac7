import { NotThatFrame, type ByteReader, orNull, readBytes } from '../byte-reader.ts'
import { crc16 } from '../crc16.ts'
import { decodeBcdTime } from '../local-time.ts'
import { unwrapOnbon } from '../onbon/frame.ts'
import type { BxkAddress, BxkArea, BxkCard, BxkOrder } from './bxk-order.ts'
import { decodeGb2312 } from './gb2312.ts'

export interface BxkFrame {
  address: Required<BxkAddress>
  order: BxkOrder
}

/** The header and the data of one frame, in either direction; throws NotThatFrame when lengths or checksum are wrong. */
export function bxkPacket(frame: Uint8Array): { head: ByteReader; data: Uint8Array } {
  const packet = unwrapOnbon(frame)
  if (!packet || packet.length < 16) throw new NotThatFrame('frame')
  const whole = packet.subarray(0, -2)
  const mode = whole[8]
  const sum = readBytes(packet.subarray(-2)).u16()
  // 0 CRC, 1 sum of all bytes, 2 nobody looks.
  const right =
    mode === 0
      ? crc16(whole, 'arc')
      : mode === 1
        ? whole.reduce((all, byte) => all + byte, 0) & 0xffff
        : mode === 2
          ? sum
          : null
  if (right !== sum) throw new NotThatFrame('checksum')
  const data = whole.subarray(14)
  if (readBytes(whole.subarray(12)).u16() !== data.length) throw new NotThatFrame('length')
  return { head: readBytes(whole), data }
}

/** Reads an order as a card of this kind understands it; null when it is none, or checksum or lengths are wrong. */
export function decodeBxk(frame: Uint8Array, card: BxkCard): BxkFrame | null {
  return orNull(() => {
    const { head, data } = bxkPacket(frame)
    const [dst, src] = [head.u16(), head.u16()]
    head.take(5)
    const [displayMode, deviceType] = [head.u8(), head.u8()]
    const read = readBytes(data)
    const key = (read.u8() << 8) | read.u8()
    const answer = read.u8() === 1
    return { address: { dst, src, displayMode, deviceType, answer }, order: orderOf(key, read.u16(), read, card) }
  })
}

function orderOf(key: number, reserved: number, read: ByteReader, card: BxkCard): BxkOrder {
  switch (key) {
    case 0xa200:
      return { kind: 'ping' }
    case 0xa203:
      return { kind: 'time', local: decodeBcdTime(read.take(8)) }
    case 0xa300:
      return { kind: read.u8() === 1 ? 'on' : 'off' }
    case 0xa302: {
      // 1 = one level at all times.
      read.expect(1)
      const level = read.u8()
      read.take(48)
      return { kind: 'brightness', level }
    }
    case 0xa304: {
      const [save, lock] = [read.u8() === 1, read.u8() === 1]
      return { kind: lock ? 'lock' : 'unlock', programme: String.fromCharCode(...read.take(4)), save, reserved }
    }
    case 0xa310:
      return { kind: 'clear' }
    case 0xa105:
      return {
        kind: 'begin-write',
        overwrite: read.u8() === 1,
        file: String.fromCharCode(...read.take(4)),
        length: read.u32(),
      }
    case 0xa306: {
      const count = read.u8()
      const remove = count === 0xff ? 'all' : [...read.take(count)]
      const areas = Array.from({ length: read.u8() }, () => areaOf(readBytes(read.take(read.u16())), card))
      return { kind: 'dynamic', card, remove, processMode: reserved, areas }
    }
    default:
      throw new NotThatFrame('command')
  }
}

const dotsOf = (value: number, card: BxkCard): number =>
  card === '5K' ? value * 8 : card === '6K-marked' ? value & 0x7fff : value

function areaOf(read: ByteReader, card: BxkCard): BxkArea {
  read.expect(0)
  const place = { x: dotsOf(read.u16(), card), y: read.u16(), w: dotsOf(read.u16(), card), h: read.u16() }
  const area = { ...place, id: read.u8(), lineSpace: read.u8(), runMode: read.u8(), timeout: read.u16() }
  const sound = read.u8() as 0 | 1 | 2
  const voice = sound === 0 ? 0 : read.u8()
  const spoken =
    sound === 0
      ? {}
      : { soundPerson: voice & 0x0f, soundRepeat: voice >> 4, soundVolume: read.u8(), soundSpeed: read.u8() }
  const text = sound === 2 ? { soundText: decodeGb2312(read.take(read.u32())) } : {}
  read.take(read.u8())
  const align = read.u8()
  const [singleLine, newLine] = [read.u8() as 1 | 2, read.u8() as 1 | 2]
  const look = { align, singleLine, newLine, display: read.u8(), exit: read.u8(), speed: read.u8(), stay: read.u8() }
  const shown = decodeGb2312(read.take(read.u32()))
  if (read.left > 0) throw new NotThatFrame('length')
  return { ...area, sound, ...spoken, ...text, ...look, text: shown }
}
