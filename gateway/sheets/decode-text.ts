import iconv from 'iconv-lite'

/**
 * The text of a file, without its mark. UTF-16 by its mark or by its zero bytes (“Unicode 文本”); UTF-8 when nearly all bytes say so: one cut
 * character does not turn a whole file into GBK, it stays U+FFFD; else GB18030, which holds GBK and GB 2312.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  const zeros = zeroBytes(bytes)
  if (zeros !== null) return decodeAs(zeros, bytes)
  const { good, bad } = utf8Sequences(bytes)
  return bad === 0 || good > bad * 4 ? decodeAs('utf-8', bytes) : iconv.decode(Buffer.from(bytes), 'gb18030')
}
const decodeAs = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes)

/** Text has no zero bytes; in UTF-16 every comma and line break has one, on the side of its higher byte. */
function zeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sides = [0, 0]
  const length = Math.min(bytes.length, 20_000)
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) sides[at % 2] = (sides[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = sides
  if (Math.max(even, odd) < length / 50 || Math.min(even, odd) * 4 > Math.max(even, odd)) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Characters of more than one byte: those that are whole in UTF-8, and places where it breaks. */
function utf8Sequences(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0
  let bad = 0
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0
    at += 1
    if (first < 0x80) continue
    const follow =
      first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0
    let seen = 0
    while (seen < follow && ((bytes[at] ?? 0) & 0xc0) === 0x80) {
      seen += 1
      at += 1
    }
    if (follow > 0 && seen === follow) good += 1
    else bad += 1
  }
  return { good, bad }
}
