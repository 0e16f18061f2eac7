import { NotThatFrame, orNull, readBytes } from '../byte-reader.ts'
import { writeBytes } from '../byte-writer.ts'

/** Memory of the sending box that we touch. Values: brightness 0–255; blank FF on, 00 off; freeze the same. */
export const NOVASTAR_BRIGHTNESS = 0x02000001
export const NOVASTAR_BLANK = 0x02000100
export const NOVASTAR_FREEZE = 0x02000102

/** One read or write of the box's memory, or its answer. */
export interface NovastarPacket {
  /** false: to the box (55 AA); true: from the box (AA 55). */
  isAnswer: boolean
  /** In an answer: 0 done, 1 time-out, 2 and 3 checksum, 4 unknown order. */
  ack: number
  sequence: number
  src: number
  dst: number
  /** 0 sending box, 1 receiving cards behind it, 2 function card. */
  deviceType: number
  port: number
  /** 0xFFFF = all receiving cards. */
  receiver: number
  write: boolean
  address: number
  data: Uint8Array
}

/** What is the same in all our orders: from the control computer to every receiving card behind the box. */
export const toAllReceivers = (sequence: number, address: number, value: number): NovastarPacket => ({
  isAnswer: false,
  ack: 0,
  sequence,
  src: 0xfe,
  dst: 0xff,
  deviceType: 1,
  port: 0xff,
  receiver: 0xffff,
  write: true,
  address,
  data: Uint8Array.of(value),
})

/** Sum: 0x5555 and all bytes between head and sum, low byte first. Source: @novastar/codec (MIT), same bytes on the wire. */
export function encodeNovastar(packet: NovastarPacket): Uint8Array {
  const { isAnswer, ack, sequence, src, dst, deviceType, port, receiver, write, address, data } = packet
  const inner = writeBytes()
    .u8(ack, sequence, src, dst, deviceType, port)
    .u16(receiver)
    .u8(write ? 1 : 0, 0)
    .u32(address)
    .u16(data.length)
    .raw(data)
    .bytes()
  return writeBytes()
    .u8(...(isAnswer ? [0xaa, 0x55] : [0x55, 0xaa]))
    .raw(inner)
    .u16(sumOf(inner))
    .bytes()
}

const sumOf = (inner: Uint8Array): number => inner.reduce((sum, byte) => sum + byte, 0x5555) & 0xffff

/** One whole packet; null when head, length or sum are wrong. */
export function decodeNovastar(bytes: Uint8Array): NovastarPacket | null {
  return orNull(() => {
    const read = readBytes(bytes)
    const head = read.u16()
    if (head !== 0xaa55 && head !== 0x55aa) throw new NotThatFrame('head')
    const [ack, sequence, src, dst, deviceType, port] = [
      read.u8(),
      read.u8(),
      read.u8(),
      read.u8(),
      read.u8(),
      read.u8(),
    ]
    const [receiver, io] = [read.u16(), read.u8()]
    read.take(1)
    const address = read.u32()
    const data = read.take(read.u16()).slice()
    if (read.u16() !== sumOf(bytes.subarray(2, -2)) || read.left > 0) throw new NotThatFrame('sum')
    return {
      isAnswer: head === 0x55aa,
      ack,
      sequence,
      src,
      dst,
      deviceType,
      port,
      receiver,
      write: io === 1,
      address,
      data,
    }
  })
}

const FIXED = 20
/** Cuts a stream into packets by their length field. */
export function readNovastarPackets(onPacket: (packet: NovastarPacket | null) => void): (bytes: Uint8Array) => void {
  let held: number[] = []
  return (bytes) => {
    held.push(...bytes)
    for (;;) {
      const start = held.findIndex(
        (byte, at) => (byte === 0x55 && held[at + 1] === 0xaa) || (byte === 0xaa && held[at + 1] === 0x55),
      )
      if (start < 0) held = held.slice(-1)
      else held = held.slice(start)
      if (start < 0 || held.length < FIXED) return
      // An answer may leave the data out: its length field then tells what was written.
      const length = FIXED + (held[16] ?? 0) + (held[17] ?? 0) * 256
      if (held.length < length) return
      onPacket(decodeNovastar(Uint8Array.from(held.slice(0, length))))
      held = held.slice(length)
    }
  }
}
