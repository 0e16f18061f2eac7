import type { Picture } from '../../../../display/led/picture.ts'

/**
 * What one dot of the panel can be. `single`, `double` (planes R, G), `double-gr` (panels wired the other way: planes G, R) and
 * `triple` (R, G, B) are cards of the E and M kinds, one bit a plane; `rgb565` and `rgb888` are the full-colour Q cards.
 */
export type Bx6Colour = 'single' | 'double' | 'double-gr' | 'triple' | 'rgb565' | 'rgb888'

type Channel = 0 | 1 | 2
/** The planes in the order in which they are sent; each lights its dots where one of its channels is set. */
const planes: Record<Exclude<Bx6Colour, 'rgb565' | 'rgb888'>, readonly (readonly Channel[])[]> = {
  // The maker's kit lights a dot of a single-colour panel where red or green is set.
  single: [[0, 1]],
  double: [[0], [1]],
  'double-gr': [[1], [0]],
  triple: [[0], [1], [2]],
}

/** Bytes of one row of one plane: whole 32-bit words. */
const stride = (width: number): number => Math.ceil(width / 32) * 4
/** Bytes are swapped inside each 16-bit word. */
const byteAt = (row: number, x: number, width: number): number => row * stride(width) + ((x >> 3) ^ 1)

/**
 * The dots of a page as the card wants them. Planes one after another; a row is padded to 32 bits with ones; a bit is 0 where the
 * dot is lit; the left dot is the high bit; bytes swapped inside 16-bit words. Full colour: two bytes high byte first, or R, G, B.
 */
export function encodeBx6Bitmap({ width, height, pixels }: Picture, colour: Bx6Colour): Uint8Array {
  if (colour === 'rgb888') return pixels.slice(0, width * height * 3)
  if (colour === 'rgb565') {
    const data = new Uint8Array(width * height * 2)
    for (let dot = 0; dot < width * height; dot += 1) {
      const green = pixels[dot * 3 + 1] ?? 0
      data[dot * 2] = ((pixels[dot * 3] ?? 0) & 0xf8) | (green >> 5)
      data[dot * 2 + 1] = ((green << 3) & 0xe0) | ((pixels[dot * 3 + 2] ?? 0) >> 3)
    }
    return data
  }
  const size = stride(width) * height
  const data = new Uint8Array(size * planes[colour].length).fill(0xff)
  for (const [nth, [first = 0, second = first]] of planes[colour].entries()) {
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const dot = (y * width + x) * 3
        if ((pixels[dot + first] ?? 0) <= 127 && (pixels[dot + second] ?? 0) <= 127) continue
        const at = nth * size + byteAt(y, x, width)
        data[at] = (data[at] ?? 0) & ~(0x80 >> (x & 7))
      }
    }
  }
  return data
}

/** How many bytes a page of this size has. */
export const bx6BitmapLength = (width: number, height: number, colour: Bx6Colour): number =>
  colour === 'rgb888'
    ? width * height * 3
    : colour === 'rgb565'
      ? width * height * 2
      : stride(width) * height * planes[colour].length

/** What the panel would show of such data; a single-colour panel is drawn red. null when the length does not fit. */
export function decodeBx6Bitmap(data: Uint8Array, width: number, height: number, colour: Bx6Colour): Picture | null {
  if (data.length !== bx6BitmapLength(width, height, colour)) return null
  if (colour === 'rgb888') return { width, height, pixels: data.slice() }
  const pixels = new Uint8Array(width * height * 3)
  if (colour === 'rgb565') {
    const spread = (value: number, bits: number): number => Math.round((value * 255) / (2 ** bits - 1))
    for (let dot = 0; dot < width * height; dot += 1) {
      const word = ((data[dot * 2] ?? 0) << 8) | (data[dot * 2 + 1] ?? 0)
      pixels[dot * 3] = spread(word >> 11, 5)
      pixels[dot * 3 + 1] = spread((word >> 5) & 63, 6)
      pixels[dot * 3 + 2] = spread(word & 31, 5)
    }
    return { width, height, pixels }
  }
  const size = stride(width) * height
  for (const [nth, channels] of planes[colour].entries()) {
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if ((data[nth * size + byteAt(y, x, width)] ?? 0xff) & (0x80 >> (x & 7))) continue
        pixels[(y * width + x) * 3 + (channels[0] ?? 0)] = 255
      }
    }
  }
  return { width, height, pixels }
}
