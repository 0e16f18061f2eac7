/**
 * What all Onbon cards share on the wire: A5 eight times, the payload with escapes, 5A. Escapes are applied last, after lengths and
 * checksums: A5 → A6 02, A6 → A6 01, 5A → 5B 02, 5B → 5B 01.
 */
const HEAD = 0xa5
const TAIL = 0x5a
const HEADS = 8
const escapes = new Map([
  [0xa5, [0xa6, 0x02]],
  [0xa6, [0xa6, 0x01]],
  [0x5a, [0x5b, 0x02]],
  [0x5b, [0x5b, 0x01]],
])

const isEscaped = (byte: number): boolean => byte === HEAD || byte === 0xa6 || byte === TAIL || byte === 0x5b

/** A payload, checksum included, as it goes over the wire. */
export function wrapOnbon(payload: Uint8Array): Uint8Array {
  let extra = 0
  for (const byte of payload) if (isEscaped(byte)) extra += 1
  const frame = new Uint8Array(HEADS + payload.length + extra + 1).fill(HEAD, 0, HEADS)
  let at = HEADS
  for (const byte of payload) {
    if (!isEscaped(byte)) frame[at++] = byte
    else for (const half of escapes.get(byte) ?? []) frame[at++] = half
  }
  frame[at] = TAIL
  return frame
}

/** The payload of one whole frame; null when the frame is broken (no tail, or an escape that does not exist). */
export function unwrapOnbon(frame: Uint8Array): Uint8Array | null {
  let at = 0
  while (frame[at] === HEAD) at += 1
  if (at === 0 || frame.at(-1) !== TAIL) return null
  const payload = new Uint8Array(frame.length)
  let length = 0
  for (; at < frame.length - 1; at += 1) {
    const byte = frame[at] ?? 0
    if (byte === TAIL) return null
    // A head inside: the frame before it was cut off, and a new one began.
    if (byte === HEAD) length = 0
    else if (byte !== 0xa6 && byte !== 0x5b) payload[length++] = byte
    else {
      const next = frame[at + 1]
      // Cut off within an escape: the head that follows begins a new frame.
      if (next === HEAD) continue
      if (next !== 1 && next !== 2) return null
      at += 1
      payload[length++] = byte === 0xa6 ? (next === 2 ? 0xa5 : 0xa6) : next === 2 ? 0x5a : 0x5b
    }
  }
  return payload.slice(0, length)
}

/** Cuts a stream into whole frames. What stands before a head is noise; a stream without end is forgotten beyond `most` bytes. */
export function readOnbonFrames(onFrame: (frame: Uint8Array) => void, most = 8_000_000): (bytes: Uint8Array) => void {
  let parts: Uint8Array[] = []
  let length = 0
  let inside = false
  const forget = (): void => {
    parts = []
    length = 0
  }
  return (bytes) => {
    let from = 0
    while (from < bytes.length) {
      if (!inside) {
        from = bytes.indexOf(HEAD, from)
        if (from < 0) return
        inside = true
      }
      const tail = bytes.indexOf(TAIL, from)
      const part = bytes.subarray(from, tail < 0 ? bytes.length : tail + 1)
      parts.push(part.slice())
      length += part.length
      from += part.length
      if (length > most) {
        forget()
        inside = false
      } else if (tail >= 0) {
        const frame = new Uint8Array(length)
        let at = 0
        for (const one of parts) {
          frame.set(one, at)
          at += one.length
        }
        forget()
        inside = false
        onFrame(frame)
      }
    }
  }
}
