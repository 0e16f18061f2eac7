/** What a frame that ends too soon, or says something impossible, throws: decoders catch it once and answer null. */
export class NotThatFrame extends Error {}

/** Reads a frame field by field, little-endian. Every read past the end throws NotThatFrame. */
export interface ByteReader {
  u8(): number
  u16(): number
  u32(): number
  u64(): number
  take(count: number): Uint8Array
  rest(): Uint8Array
  readonly left: number
  /** Throws unless the next byte is this one. */
  expect(value: number): void
}

export function readBytes(bytes: Uint8Array): ByteReader {
  let at = 0
  const reader: ByteReader = {
    u8() {
      const value = bytes[at]
      if (value === undefined) throw new NotThatFrame('too short')
      at += 1
      return value
    },
    u16: () => reader.u8() | (reader.u8() << 8),
    u32: () => reader.u16() + reader.u16() * 0x1_0000,
    u64: () => reader.u32() + reader.u32() * 0x1_0000_0000,
    take(count) {
      if (count > bytes.length - at) throw new NotThatFrame('too short')
      at += count
      return bytes.subarray(at - count, at)
    },
    rest: () => reader.take(bytes.length - at),
    get left() {
      return bytes.length - at
    },
    expect(value) {
      if (reader.u8() !== value) throw new NotThatFrame(`no ${value.toString(16)}`)
    },
  }
  return reader
}

/** The value that `read` makes of a frame; null when it is not such a frame. */
export function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof NotThatFrame) return null
    throw error
  }
}
