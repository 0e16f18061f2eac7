/** What a binary message of the agent's line holds: plain bytes or reports, or a HID feature report. */
export type PacketKind = 'data' | 'feature'

/** Chunks of a slip; the longest HID report is far below. */
export const LARGEST_PACKET = 16 * 1024
const HEAD = 5

/** Kind (1 byte), channel (4, big endian), then the bytes. */
export function encodeFrame(channel: number, kind: PacketKind, bytes: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HEAD + bytes.length)
  frame[0] = kind === 'data' ? 0 : 1
  new DataView(frame.buffer).setUint32(1, channel)
  frame.set(bytes, HEAD)
  return frame
}

/** null = not one of ours. */
export function decodeFrame(frame: Uint8Array): { channel: number; kind: PacketKind; bytes: Uint8Array } | null {
  if (frame.length < HEAD || frame.length > HEAD + LARGEST_PACKET || (frame[0] ?? 2) > 1) return null
  const channel = new DataView(frame.buffer, frame.byteOffset).getUint32(1)
  return { channel, kind: frame[0] === 0 ? 'data' : 'feature', bytes: Uint8Array.from(frame.subarray(HEAD)) }
}
