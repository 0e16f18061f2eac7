import { NotThatFrame, type ByteReader, orNull, readBytes } from '../byte-reader.ts'
import { crc16 } from '../crc16.ts'
import { decodeBcdTime } from '../local-time.ts'
import { unwrapOnbon } from '../onbon/frame.ts'
import { type Bx6Colour, decodeBx6Bitmap } from './bx6-bitmap.ts'
import type { Bx6Address, Bx6Area, Bx6Order, Bx6Page, Bx6Sound } from './bx6-order.ts'

/** An order as the card understood it. A page's picture needs the panel's colour: the frame does not tell it. */
export interface Bx6Frame {
  address: Bx6Address
  order: Bx6Order
}

/** Reads one frame from the wire; null when checksum, lengths or fields are wrong. `colour` is what the panel is built for. */
export function decodeBx6(frame: Uint8Array, colour: Bx6Colour): Bx6Frame | null {
  const payload = unwrapOnbon(frame)
  return payload && orNull(() => (payload[4] === 0xf0 ? dynamicFrame(payload, colour) : commandFrame(payload)))
}

function dynamicFrame(payload: Uint8Array, colour: Bx6Colour): Bx6Frame {
  const crc = readBytes(payload.subarray(-2)).u16()
  if (crc !== crc16(payload.subarray(0, -2), 'arc')) throw new NotThatFrame('checksum')
  const head = readBytes(payload.subarray(0, -2))
  const [dst, src] = [head.u16(), head.u16()]
  head.expect(0xf0)
  head.take(1)
  const deviceType = head.u16()
  head.take(4)
  if (head.u32() !== head.left) throw new NotThatFrame('length')
  head.expect(1)
  head.expect(0xa7)
  const command = head.u8()
  if (head.u16() !== (head.left & 0xffff)) throw new NotThatFrame('length')
  const address: Bx6Address = { dst, src, deviceType, family: 'EM', sequence: 0, random: 0 }
  if (command === 0) return { address, order: { kind: 'show', colour, areas: areasOf(head, colour) } }
  if (command !== 1) throw new NotThatFrame('command')
  const count = head.u8()
  return { address, order: { kind: 'delete-areas', ids: count === 0xff ? 'all' : [...head.take(count)] } }
}

function areasOf(body: ByteReader, colour: Bx6Colour): Bx6Area[] {
  const infos = Array.from({ length: body.u16() }, () => readBytes(body.take(body.u32())))
  const region = body.rest()
  return infos.map((info) => {
    const area = { id: info.u8(), runMode: info.u8(), timeout: info.u16(), allPrograms: info.u8() === 1 }
    const programs = Array.from({ length: info.u16() }, () => info.u16())
    const playNow = info.u8() === 1
    info.take(4)
    info.expect(0x10)
    const [x, y, width, height] = [info.u16(), info.u16(), info.u16(), info.u16()]
    info.take(4)
    const sound = soundOf(info)
    info.take(5)
    const pages = Array.from({ length: info.u16() }, (): Bx6Page => {
      const head = readBytes(info.take(info.u32()))
      head.expect(0)
      const page = { display: head.u8(), clear: head.u8(), speed: head.u8(), stay: head.u16(), repeat: head.u8() }
      head.take(11)
      const [offset, length] = [head.u32(), head.u32()]
      const picture = decodeBx6Bitmap(region.subarray(offset, offset + length), width, height, colour)
      if (!picture) throw new NotThatFrame('picture')
      return { ...page, picture }
    })
    return { ...area, programs, playNow, x, y, width, height, sound, pages }
  })
}

function soundOf(info: ByteReader): Bx6Sound | null {
  if (info.u8() === 0) return null
  const voice = { person: info.u8(), volume: info.u8(), speed: info.u8(), dataMode: info.u8() as Bx6Sound['dataMode'] }
  const times = { replayTimes: info.u32(), replayDelay: info.u32() }
  const extra = info.take(info.u8())
  const reading = extra.length === 3 ? ([extra[0] ?? 0, extra[1] ?? 0, extra[2] ?? 0] as const) : null
  return { ...voice, ...times, reading, data: info.take(info.u32()).slice() }
}

/** A command header with its body, both checked; shared with the card's answers, which have the same header. */
export function commandParts(payload: Uint8Array): { address: Bx6Address; body: Uint8Array } {
  if (payload.length < 28 || payload.subarray(0, 27).reduce((xor, byte) => xor ^ byte, 0) !== payload[27])
    throw new NotThatFrame('header')
  const head = readBytes(payload)
  const [dst, src] = [head.u16(), head.u16()]
  head.expect(0x07)
  const family = head.u8() === 1 ? 'Q' : 'EM'
  const deviceType = head.u16()
  head.take(2)
  const sequence = head.u16()
  head.take(3)
  const random = head.u8()
  head.take(6)
  const [length, crc] = [head.u16(), head.u16()]
  head.take(2)
  const body = head.rest()
  if (body.length !== length || crc16(body, 'arc') !== crc) throw new NotThatFrame('body')
  return { address: { dst, src, deviceType, family, sequence, random }, body }
}

function commandFrame(payload: Uint8Array): Bx6Frame {
  const { address, body } = commandParts(payload)
  const read = readBytes(body)
  read.expect(1)
  const key = (read.u8() << 8) | read.u8()
  const data = read.take(read.u16())
  if (read.left > 0) throw new NotThatFrame('length')
  switch (key) {
    case 0xa200:
      return { address, order: { kind: 'ping' } }
    case 0xa202:
      return { address, order: { kind: 'time', at: decodeBcdTime(data) } }
    case 0xa205:
      return { address, order: { kind: 'power', on: data[0] === 1 } }
    case 0xa207: {
      const levels = [...data.subarray(1, 49)]
      return {
        address,
        order: {
          kind: 'brightness',
          levels: levels.every((level) => level === levels[0]) ? (levels[0] ?? 15) : levels,
        },
      }
    }
    default:
      throw new NotThatFrame('command')
  }
}
