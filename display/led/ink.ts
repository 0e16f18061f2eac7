import { type Picture, type Rgb, fillBox, light } from './picture.ts'

/** Which dots a text lights: one byte a dot, 0 or 1, exactly as large as the text's box. */
export interface Mask {
  readonly width: number
  readonly height: number
  readonly dots: Uint8Array
}

/**
 * Draws text into dots; the only thing that a page and the gateway do differently. `height` is the line's height in dots: up to 15
 * the 12-dot face, then the 16-dot face (any character of the BMP), from 24 letters and from 32 Chinese in the bold outline face.
 */
export interface Ink {
  line(text: string, height: number): Mask
  /** How many dots wide that line would be, without drawing it. */
  wide(text: string, height: number): number
  /** Traditional Mongolian, top to bottom; `width` is the width of the column in dots. */
  column(text: string, width: number): Mask
}

/** Words of traditional Mongolian with what stands between them. */
const mongolian = /[\u1800-\u18af](?:(?:[\u1800-\u18af\u200c\u202f ]|\u200d)*[\u1800-\u18af])?/gu

/** A text by how it is written: along a line, and in columns. Either may be empty; a sign of the one takes nothing from the other. */
export const byScript = (text: string): { along: string; columns: string } => ({
  along: text.replace(mongolian, ' ').replace(/ {2,}/g, ' ').trim(),
  columns: (text.match(mongolian) ?? []).join(' '),
})

/** Lights the mask's dots, cut at the picture's edges. */
export function lay({ width, height, pixels }: Picture, mask: Mask, left: number, top: number, colour: Rgb): void {
  for (let y = Math.max(0, -top); y < mask.height && top + y < height; y += 1) {
    for (let x = Math.max(0, -left); x < mask.width && left + x < width; x += 1) {
      if (mask.dots[y * mask.width + x]) light(pixels, ((top + y) * width + left + x) * 3, colour)
    }
  }
}

/** Centres a mask in a box. */
export function layCentred(picture: Picture, mask: Mask, box: Box, colour: Rgb): void {
  lay(
    picture,
    mask,
    box.x + Math.max(0, Math.floor((box.w - mask.width) / 2)),
    box.y + Math.floor((box.h - mask.height) / 2),
    colour,
  )
}
export interface Box {
  x: number
  y: number
  w: number
  h: number
}
export const paintBox = (picture: Picture, { x, y, w, h }: Box, colour: Rgb): void =>
  fillBox(picture, x, y, w, h, colour)
