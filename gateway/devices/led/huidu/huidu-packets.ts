import { NotThatFrame, orNull, readBytes } from '../byte-reader.ts'
import { type ByteWriter, writeBytes } from '../byte-writer.ts'

/** Largest packet, head included; the length field has 16 bits but cards take no more. */
export const HUIDU_LARGEST = 9 * 1024
const XML_HEAD = 12
export const HUIDU_VERSION = 0x1000005
const IMAGE = 0

/** Every packet of the SDK 2.0 over TCP that we say or hear. */
export type HuiduPacket =
  | { kind: 'version-ask'; version: number }
  | { kind: 'version-answer'; version: number }
  /** A part of an XML text in UTF-8 bytes; `total` and `offset` count bytes, not characters. */
  | { kind: 'xml-ask' | 'xml-answer'; total: number; offset: number; part: Uint8Array }
  | { kind: 'heartbeat-ask' | 'heartbeat-answer' }
  | { kind: 'error'; code: number }
  | { kind: 'file-start'; md5: string; size: number; name: string }
  /** `existing`: so many bytes are there from an earlier, broken try. */
  | { kind: 'file-start-answer'; status: number; existing: number }
  | { kind: 'file-content'; bytes: Uint8Array }
  | { kind: 'file-content-answer'; status: number }
  | { kind: 'file-end' }
  | { kind: 'file-end-answer'; status: number }

const codes = {
  'version-ask': 0x2001,
  'version-answer': 0x2002,
  'xml-ask': 0x2003,
  'xml-answer': 0x2004,
  'heartbeat-ask': 0x005f,
  'heartbeat-answer': 0x0060,
  error: 0x2000,
  'file-start': 0x8001,
  'file-start-answer': 0x8002,
  'file-content': 0x8003,
  'file-content-answer': 0x8004,
  'file-end': 0x8005,
  'file-end-answer': 0x8006,
} as const satisfies Record<HuiduPacket['kind'], number>

/** length(2, all of it) command(2) payload. Source: `fullcolor/demo/csharp` in huidutech/sdk (Apache-2.0) and the maker's SDK paper. */
export function encodeHuidu(packet: HuiduPacket): Uint8Array {
  const payload = payloadInto(writeBytes(), packet).bytes()
  return writeBytes()
    .u16(payload.length + 4)
    .u16(codes[packet.kind])
    .raw(payload)
    .bytes()
}

const zeroEnded = (text: string): Uint8Array => new TextEncoder().encode(`${text}\0`)

function payloadInto(into: ByteWriter, packet: HuiduPacket): ByteWriter {
  switch (packet.kind) {
    case 'version-ask':
    case 'version-answer':
      return into.u32(packet.version)
    case 'xml-ask':
    case 'xml-answer':
      return into.u32(packet.total).u32(packet.offset).raw(packet.part)
    case 'heartbeat-ask':
    case 'heartbeat-answer':
    case 'file-end':
      return into
    case 'error':
      return into.u16(packet.code)
    case 'file-start':
      return into.raw(zeroEnded(packet.md5)).u64(packet.size).u16(IMAGE).raw(zeroEnded(packet.name))
    case 'file-start-answer':
      return into.u16(packet.status).u64(packet.existing)
    case 'file-content':
      return into.raw(packet.bytes)
    case 'file-content-answer':
    case 'file-end-answer':
      return into.u16(packet.status)
  }
}

/** One whole packet; null when it is none that we know, or its length is wrong. */
export function decodeHuidu(bytes: Uint8Array): HuiduPacket | null {
  return orNull(() => {
    const read = readBytes(bytes)
    if (read.u16() !== bytes.length) throw new NotThatFrame('length')
    const code = read.u16()
    const kind = (Object.keys(codes) as HuiduPacket['kind'][]).find((one) => codes[one] === code)
    if (!kind) throw new NotThatFrame('command')
    const text = (): string => new TextDecoder().decode(read.rest()).replace(/\0.*$/s, '')
    switch (kind) {
      case 'version-ask':
      case 'version-answer':
        return { kind, version: read.u32() }
      case 'xml-ask':
      case 'xml-answer':
        return { kind, total: read.u32(), offset: read.u32(), part: read.rest().slice() }
      case 'heartbeat-ask':
      case 'heartbeat-answer':
      case 'file-end':
        return { kind }
      case 'error':
        return { kind, code: read.u16() }
      case 'file-start': {
        const md5 = new TextDecoder().decode(read.take(33)).replace(/\0$/, '')
        const size = read.u64()
        read.u16()
        return { kind, md5, size, name: text() }
      }
      case 'file-start-answer':
        return { kind, status: read.u16(), existing: read.left >= 8 ? read.u64() : 0 }
      case 'file-content':
        return { kind, bytes: read.rest().slice() }
      case 'file-content-answer':
      case 'file-end-answer':
        return { kind, status: read.left >= 2 ? read.u16() : 0 }
    }
  })
}

/** An XML text as packets: cut by bytes, so that no Chinese character is counted as one. */
export function encodeHuiduXml(
  xml: string,
  kind: 'xml-ask' | 'xml-answer' = 'xml-ask',
  largest = HUIDU_LARGEST,
): Uint8Array[] {
  const bytes = new TextEncoder().encode(xml)
  const most = largest - XML_HEAD
  return Array.from({ length: Math.max(1, Math.ceil(bytes.length / most)) }, (_, nth) =>
    encodeHuidu({ kind, total: bytes.length, offset: nth * most, part: bytes.subarray(nth * most, (nth + 1) * most) }),
  )
}

/** Puts the parts together; gives the text when the last byte is there, null before. A part in the wrong place starts anew. */
export function gatherHuiduXml(): (packet: Extract<HuiduPacket, { part: Uint8Array }>) => string | null {
  let held = new Uint8Array()
  let filled = 0
  return ({ total, offset, part }) => {
    if (offset === 0) {
      held = new Uint8Array(Math.min(total, 4_000_000))
      filled = 0
    }
    if (offset !== filled || offset + part.length > held.length) return null
    held.set(part, offset)
    filled += part.length
    return filled === held.length ? new TextDecoder().decode(held) : null
  }
}

/** Cuts a stream into packets by their length field: several answers may come in one piece. */
export function readHuiduPackets(onPacket: (packet: HuiduPacket | null) => void): (bytes: Uint8Array) => void {
  let held: Uint8Array = new Uint8Array()
  return (bytes) => {
    const all = new Uint8Array(held.length + bytes.length)
    all.set(held)
    all.set(bytes, held.length)
    held = all
    while (held.length >= 4) {
      const length = (held[0] ?? 0) + (held[1] ?? 0) * 256
      if (length < 4) {
        held = new Uint8Array()
        return onPacket(null)
      }
      if (held.length < length) return
      onPacket(decodeHuidu(held.subarray(0, length)))
      held = held.subarray(length)
    }
  }
}
