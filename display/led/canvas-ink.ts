import type { Ink, Mask } from './ink.ts'

/** As much of a 2D canvas as is needed here: a browser's and the gateway's both have it. */
interface Pen {
  font: string
  fillStyle: unknown
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
  getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray | Uint8Array }
  translate(x: number, y: number): void
  rotate(angle: number): void
}
/** CSS font lists by face; `bold` also serves numbers. */
export interface Faces {
  pixel12: string
  pixel16: string
  bold: string
  mongolian: string
}

/** Dots, a byte each. */
const DOTS_KEPT = 16_000_000
/** Of each face. */
const SIGNS_KEPT = 8_000

/** Ink from any canvas. Masks are kept: the same few words come again and again, and drawing costs more than looking up. */
export function canvasInk(pen: (width: number, height: number) => Pen, faces: Faces): Ink {
  const kept = new Map<string, Mask>()
  let dotsKept = 0
  const advances = new Map<string, Map<string, number>>()
  const measuring = pen(1, 1)
  const remember = (key: string, draw: () => Mask): Mask => {
    const known = kept.get(key)
    if (known) return known
    const mask = draw()
    dotsKept += mask.dots.length
    if (dotsKept > DOTS_KEPT) {
      kept.clear()
      dotsKept = mask.dots.length
    }
    kept.set(key, mask)
    return mask
  }
  /** Strokes of Chinese signs run together below 32 dots; letters and digits do not below 24. */
  function faceFor(text: string, height: number): { size: number; family: string; height: number; baseline: number } {
    if (height < 16) return { size: 12, family: faces.pixel12, height: 12, baseline: 10 }
    if (height < (/^[\x20-\x7e]+$/.test(text) ? 24 : 32))
      return { size: 16, family: faces.pixel16, height: 16, baseline: 14 }
    return { size: Math.round(height * 0.86), family: faces.bold, height, baseline: Math.round(height * 0.82) }
  }
  /** How wide each sign of a text is, for a face of one dot: layouts try many sizes, and asking the canvas for each would take seconds. */
  function advance(text: string, family: string, size: number): number {
    // Bitmap faces are true in their own size only.
    const font = `${family === faces.bold ? 100 : size}px ${family}`
    const signs = advances.get(font) ?? new Map<string, number>()
    advances.set(font, signs)
    if (signs.size > SIGNS_KEPT) signs.clear()
    let width = 0
    for (const sign of text) {
      let own = signs.get(sign)
      if (own === undefined) signs.set(sign, (own = widthOf(font, sign) / Number.parseInt(font, 10)))
      width += own
    }
    return width
  }
  const maskOf = (made: Pen, width: number, height: number): Mask => {
    const { data } = made.getImageData(0, 0, width, height)
    return {
      width,
      height,
      dots: Uint8Array.from({ length: width * height }, (_, dot) => ((data[dot * 4 + 3] ?? 0) > 127 ? 1 : 0)),
    }
  }
  function widthOf(font: string, text: string): number {
    measuring.font = font
    return measuring.measureText(text).width
  }
  const widthIn = (font: string, text: string): number => Math.max(1, Math.ceil(widthOf(font, text)))
  function draw(text: string, height: number): Mask {
    const face = faceFor(text, height)
    const font = `${face.size}px ${face.family}`
    const width = widthIn(font, text)
    const made = pen(width, face.height)
    made.font = font
    made.fillStyle = '#fff'
    made.fillText(text, 0, face.baseline)
    return maskOf(made, width, face.height)
  }
  return {
    line: (text, height) => remember(`${height} ${text}`, () => draw(text, height)),
    wide(text, height) {
      const { size, family } = faceFor(text, height)
      return Math.ceil(advance(text, family, size) * size)
    },
    column: (text, width) =>
      remember(`column ${width} ${text}`, () => {
        const font = `${Math.round(width * 0.86)}px ${faces.mongolian}`
        const height = widthIn(font, text)
        const made = pen(width, height)
        made.font = font
        made.fillStyle = '#fff'
        // The script is written as if along a line and stands on its left: a quarter turn clockwise.
        made.translate(width, 0)
        made.rotate(Math.PI / 2)
        made.fillText(text, 0, Math.round(width * 0.72))
        return maskOf(made, width, height)
      }),
  }
}
