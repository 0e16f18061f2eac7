/** One bit a dot, 1 = black, rows padded to bytes, left dot in the high bit: what GS v 0 wants. `width` is a multiple of 8. */
export interface Bitmap {
  width: number
  height: number
  bits: Uint8Array
}

/** From RGBA pixels: dark is black, no dithering, because a thermal head makes grey text unreadable. */
export function bitmapOf(rgba: Uint8ClampedArray | Uint8Array, width: number, height: number): Bitmap {
  const bits = new Uint8Array((width / 8) * height)
  for (let dot = 0; dot < width * height; dot += 1) {
    const luminance =
      0.299 * (rgba[dot * 4] ?? 255) + 0.587 * (rgba[dot * 4 + 1] ?? 255) + 0.114 * (rgba[dot * 4 + 2] ?? 255)
    if (luminance < 140) bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7))
  }
  return { width, height, bits }
}
