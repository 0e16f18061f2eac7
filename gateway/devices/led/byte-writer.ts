/** Bytes in the order in which a manual lists them; whole numbers are little-endian, as on all cards here but where it says `be`. */
export interface ByteWriter {
  u8(...values: number[]): ByteWriter
  u16(value: number): ByteWriter
  u16be(value: number): ByteWriter
  u32(value: number): ByteWriter
  /** Up to 2^53. */
  u64(value: number): ByteWriter
  raw(bytes: Uint8Array): ByteWriter
  zeros(count: number): ByteWriter
  bytes(): Uint8Array
}

export function writeBytes(): ByteWriter {
  const parts: Uint8Array[] = []
  const writer: ByteWriter = {
    u8: (...values) => writer.raw(Uint8Array.from(values)),
    u16: (value) => writer.u8(value & 0xff, (value >> 8) & 0xff),
    u16be: (value) => writer.u8((value >> 8) & 0xff, value & 0xff),
    u32: (value) => writer.u16(value & 0xffff).u16(value >>> 16),
    u64: (value) => writer.u32(value >>> 0).u32(Math.floor(value / 0x1_0000_0000)),
    raw(bytes) {
      parts.push(bytes)
      return writer
    },
    zeros: (count) => writer.raw(new Uint8Array(count)),
    bytes() {
      const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
      let at = 0
      for (const part of parts) {
        all.set(part, at)
        at += part.length
      }
      return all
    },
  }
  return writer
}
