const SERIAL = 0x7469_6e67
/** Checksum of a page: polynomial 0x04c11db7, no reflection, start 0 (RFC 3533, section 6). */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x8000_0000 ? (value << 1) ^ 0x04c1_1db7 : value << 1
  return value >>> 0
})
const checksum = (page: Uint8Array): number =>
  page.reduce((sum, byte) => ((sum << 8) ^ (table[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0, 0)

/** The same sound gives the same bytes: sox draws a stream number by chance; here every stream has the same one, and pages their checksum anew. */
export function steadyOgg(file: Uint8Array): Uint8Array {
  const steady = Uint8Array.from(file)
  const view = new DataView(steady.buffer)
  let at = 0
  while (at < steady.length) {
    if (view.getUint32(at) !== 0x4f67_6753) throw new Error(`no Ogg page at byte ${at}`)
    const segments = view.getUint8(at + 26)
    let length = 27 + segments
    for (let nth = 0; nth < segments; nth += 1) length += view.getUint8(at + 27 + nth)
    view.setUint32(at + 14, SERIAL, true)
    view.setUint32(at + 22, 0, true)
    view.setUint32(at + 22, checksum(steady.subarray(at, at + length)), true)
    at += length
  }
  return steady
}
