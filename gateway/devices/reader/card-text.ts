import { type CardIdentity, hashIdentity } from './identity-hash.ts'

/** Lengths of text and photo before them: 0100h and 0400h. The photo needs a library of the police; it is thrown away unseen. */
const HEAD = 4
const TEXT = 256
/** Bytes of the fields before the number: name 30, sex 2, nation 4, birth 16, address 70. */
const NUMBER_AT = 30 + 2 + 4 + 16 + 70
const NUMBER_BYTES = 36

/**
 * What may be kept of the answer to `read` (UTF-16LE, 256 bytes of text). Works on bytes: neither the number nor the whole name
 * ever becomes a string, because strings cannot be wiped. The answer is zeroed. null = not a card that this reads.
 */
export function identityOnCard(data: Uint8Array, key: Uint8Array): CardIdentity | null {
  try {
    if (data.length < HEAD + TEXT || data[0] !== 0x01 || data[1] !== 0x00) return null
    const text = data.subarray(HEAD, HEAD + TEXT)
    const number = Uint8Array.from({ length: NUMBER_BYTES / 2 }, (_, at) =>
      text[NUMBER_AT + 2 * at + 1] === 0 ? (text[NUMBER_AT + 2 * at] ?? 0) : 0,
    )
    const character = (at: number): string => String.fromCharCode((text[2 * at] ?? 0) | ((text[2 * at + 1] ?? 0) << 8))
    return hashIdentity(number, character(0) + character(1), key)
  } finally {
    data.fill(0)
  }
}
