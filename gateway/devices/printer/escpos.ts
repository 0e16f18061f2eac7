import iconv from 'iconv-lite'
import type { Bitmap } from './bitmap.ts'
import { isInPrinter } from './columns.ts'

const ESC = 0x1b
const GS = 0x1d
const FS = 0x1c
const DLE = 0x10
const EOT = 0x04

/** ESC @: "Initialize printer". */
export const INITIALISE = Uint8Array.of(ESC, 0x40)
/** LF: "Print and line feed". */
export const LINE_FEED = Uint8Array.of(0x0a)
/** ESC d n, GS V 66 n: feed past the knife, then "feeds paper and cuts". */
export const CUT = Uint8Array.of(GS, 0x56, 66, 0)
/** GS r 1: "Transmit status: paper sensor". Answered in order with the print data, so the answer proves that all before it was processed. */
export const ASK_RECEIPT = Uint8Array.of(GS, 0x72, 1)
/** DLE EOT n: real-time status, 1 printer, 2 offline cause, 3 error cause, 4 paper. Overtakes the buffer: only between jobs. */
export const askStatus = (n: 1 | 2 | 3 | 4): Uint8Array => Uint8Array.of(DLE, EOT, n)

/** ESC a n: justification, 0 left, 1 centre. */
export const align = (where: 'left' | 'centre'): Uint8Array => Uint8Array.of(ESC, 0x61, where === 'left' ? 0 : 1)
/** ESC E n: emphasized mode. */
export const bold = (on: boolean): Uint8Array => Uint8Array.of(ESC, 0x45, on ? 1 : 0)
/** GS ! n: character size, bits 4–6 width, bits 0–2 height, 1–8 times. */
export const size = (times: number): Uint8Array => Uint8Array.of(GS, 0x21, ((times - 1) << 4) | (times - 1))
/** ESC d n: "Print and feed n lines". */
export const feed = (lines: number): Uint8Array => Uint8Array.of(ESC, 0x64, lines)

/** FS &, GB18030 text, FS .: "Select / cancel Kanji character mode". Four-byte characters are not in the printer's font: 〓. */
export function text(words: string): Uint8Array {
  const known = [...words.normalize('NFC')].map((sign) => (isInPrinter(sign) ? sign : '〓')).join('')
  return join([Uint8Array.of(FS, 0x26), iconv.encode(known, 'gb18030'), Uint8Array.of(FS, 0x2e)])
}

const BAND = 128
/** GS v 0 m xL xH yL yH: "Print raster bit image", in bands so that printers with a small buffer keep up. */
export function raster({ width, height, bits }: Bitmap): Uint8Array {
  const stride = width / 8
  const bands: Uint8Array[] = []
  for (let top = 0; top < height; top += BAND) {
    const rows = Math.min(BAND, height - top)
    bands.push(
      Uint8Array.of(GS, 0x76, 0x30, 0, stride & 0xff, stride >> 8, rows & 0xff, rows >> 8),
      bits.subarray(top * stride, (top + rows) * stride),
    )
  }
  return join(bands)
}

/** GS ( k: QR code, model 2: module size, error correction M, store, print. */
export function qrCode(content: string, module: number): Uint8Array {
  const data = new TextEncoder().encode(content)
  const length = data.length + 3
  const command = (...parameters: number[]): Uint8Array =>
    Uint8Array.of(GS, 0x28, 0x6b, parameters.length & 0xff, parameters.length >> 8, ...parameters)
  return join([
    command(0x31, 0x41, 0x32, 0),
    command(0x31, 0x43, module),
    command(0x31, 0x45, 0x31),
    Uint8Array.of(GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30),
    data,
    command(0x31, 0x51, 0x30),
  ])
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts))
}
