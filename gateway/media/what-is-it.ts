/** What bytes are, by themselves: names and declared types are only claims. */
export type MediaFormat = 'png' | 'jpeg' | 'webp' | 'pdf' | 'mp4' | 'webm'

const text = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to)
const MP4_BRANDS = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'dash']

/** null = nothing that a surface of the hall shows (SVG and HTML among it). */
export function whatIsIt(bytes: Buffer): MediaFormat | null {
  if (bytes.length < 32) return null
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n' && text(bytes, 12, 16) === 'IHDR') return 'png'
  if (bytes.readUIntBE(0, 3) === 0xffd8ff) return 'jpeg'
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp'
  if (text(bytes, 0, 5) === '%PDF-') return 'pdf'
  if (text(bytes, 4, 8) === 'ftyp' && MP4_BRANDS.includes(text(bytes, 8, 12)) && isWholeMp4(bytes)) return 'mp4'
  if (bytes.readUInt32BE(0) === 0x1a45dfa3 && text(bytes, 0, 64).includes('\x42\x82\x84webm')) return 'webm'
  return null
}

/** Boxes one after the other fill the file to its end, with index and pictures among them (ISO 14496-12, 4.2). */
function isWholeMp4(bytes: Buffer): boolean {
  const seen = new Set<string>()
  let at = 0
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at)
    const long = short === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : short
    const size = short === 0 ? bytes.length - at : long
    if (size < 8 || at + size > bytes.length) return false
    seen.add(text(bytes, at + 4, at + 8))
    at += size
  }
  return at === bytes.length && seen.has('moov') && seen.has('mdat')
}
