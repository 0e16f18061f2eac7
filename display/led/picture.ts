/** Dots with their colours, row by row from the top left, three bytes a dot: red, green, blue. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}
export type Rgb = readonly [red: number, green: number, blue: number]

export const darkPicture = (width: number, height: number): Picture => ({
  width,
  height,
  pixels: new Uint8Array(width * height * 3),
})

/** One dot, by its first byte. */
export function light(pixels: Uint8Array, at: number, [red, green, blue]: Rgb): void {
  pixels[at] = red
  pixels[at + 1] = green
  pixels[at + 2] = blue
}

/** A rectangle in one colour, cut at the picture's edges. */
export function fillBox(
  { width, height, pixels }: Picture,
  x: number,
  y: number,
  w: number,
  h: number,
  colour: Rgb,
): void {
  const right = Math.min(width, x + w)
  for (let row = Math.max(0, y); row < Math.min(height, y + h); row += 1) {
    for (let column = Math.max(0, x); column < right; column += 1) light(pixels, (row * width + column) * 3, colour)
  }
}
