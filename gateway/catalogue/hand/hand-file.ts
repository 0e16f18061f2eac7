/** On a square of 256 by 256, x to the right, y down. */
export type HandPoint = readonly [x: number, y: number]
/** One character as it is written: its strokes in their order, each a line of points. */
export interface HandCharacter {
  character: string
  strokes: readonly (readonly HandPoint[])[]
}

/**
 * Characters one after the other: code point (3 bytes, low first), number of strokes; for each stroke its number of points and two bytes a
 * point. A stroke has at most 255 points.
 */
export function encodeHand(characters: readonly HandCharacter[]): Uint8Array {
  const bytes: number[] = []
  for (const { character, strokes } of characters) {
    const code = character.codePointAt(0) ?? 0
    bytes.push(code & 0xff, (code >> 8) & 0xff, code >> 16, strokes.length)
    for (const points of strokes) bytes.push(points.length, ...points.flat())
  }
  return Uint8Array.from(bytes)
}

/** The same back; a file that ends in the middle gives what is whole. */
export function decodeHand(bytes: Uint8Array): HandCharacter[] {
  const characters: HandCharacter[] = []
  let at = 0
  const next = (): number => bytes[at++] ?? 0
  while (at + 4 <= bytes.length) {
    const character = String.fromCodePoint(next() | (next() << 8) | (next() << 16))
    const strokes = Array.from({ length: next() }, () =>
      Array.from({ length: next() }, (): HandPoint => [next(), next()]),
    )
    if (at <= bytes.length) characters.push({ character, strokes })
  }
  return characters
}
