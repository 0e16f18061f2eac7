/** SAM_V, the frame of the ID-card reader's security module (GA 450): preamble, length, body, check. */
const PREAMBLE = Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69)
/** An answer to `read` is the longest: 5 + 2 + 3 + 1284 + 1. */
export const LONGEST_FRAME = 1295

const xor = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0)

/** Length (2 bytes, big endian) counts body and check; the check is the XOR of all after the preamble. */
export function encodeSam(body: Uint8Array): Uint8Array {
  const counted = Uint8Array.of(((body.length + 1) >> 8) & 0xff, (body.length + 1) & 0xff, ...body)
  return Uint8Array.of(...PREAMBLE, ...counted, xor(counted))
}
export const FIND_CARD = encodeSam(Uint8Array.of(0x20, 0x01))
export const SELECT_CARD = encodeSam(Uint8Array.of(0x20, 0x02))
export const READ_CARD = encodeSam(Uint8Array.of(0x30, 0x01))

/** The last of the three status bytes. */
export const FOUND = 0x9f
export const DONE = 0x90
export const NO_CARD = 0x80

export interface SamAnswer {
  status: number
  data: Uint8Array
}

/**
 * Takes bytes as they come and gives whole answers; noise before a preamble and answers with a wrong check are dropped. Its buffer
 * has held a person's card: `wipe` after each use.
 */
export function samAnswers(onAnswer: (answer: SamAnswer) => void): { feed(bytes: Uint8Array): void; wipe(): void } {
  const held = new Uint8Array(2 * LONGEST_FRAME)
  let filled = 0

  function drop(count: number): void {
    held.copyWithin(0, count, filled)
    held.fill(0, filled - count, filled)
    filled -= count
  }
  /** false = more bytes are needed. */
  function takeOne(): boolean {
    let from = 0
    while (from < filled && !PREAMBLE.every((byte, at) => from + at >= filled || held[from + at] === byte)) from += 1
    if (from > 0) drop(from)
    if (filled < 7) return false
    const length = ((held[5] ?? 0) << 8) | (held[6] ?? 0)
    const whole = 7 + length
    if (length < 4 || whole > LONGEST_FRAME) {
      drop(1)
      return true
    }
    if (filled < whole) return false
    // A sum over all that is counted, check included, is zero.
    if (xor(held.subarray(5, whole)) !== 0) {
      drop(1)
      return true
    }
    onAnswer({ status: held[9] ?? 0, data: held.slice(10, whole - 1) })
    drop(whole)
    return true
  }
  return {
    feed(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.subarray(at, at + held.length - filled)
        held.set(part, filled)
        filled += part.length
        at += part.length
        while (takeOne()) {}
        if (filled === held.length) drop(1)
      }
    },
    wipe() {
      held.fill(0)
      filled = 0
    },
  }
}
