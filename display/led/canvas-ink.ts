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

const MASKS_KEPT = 4_000

/** Ink from any canvas. Masks are kept: the same few words come again and again, and drawing costs more than looking up. */
export function canvasInk(pen: (width: number, height: number) => Pen, faces: Faces): Ink {
  const kept = new Map<string, Mask>()
  const measuring = pen(1, 1)
  const remember = (key: string, draw: () => Mask): Mask => {
    const known = kept.get(key)
    if (known) return known
    if (kept.size >= MASKS_KEPT) kept.clear()
    const mask = draw()
    kept.set(key, mask)
    return mask
  }
  const maskOf = (made: Pen, width: number, height: number): Mask => {
    const { data } = made.getImageData(0, 0, width, height)
    return { width, height, dots: Uint8Array.from({ length: width * height }, (_, dot) => ((data[dot * 4 + 3] ?? 0) > 127 ? 1 : 0)) }
  }
  const widthIn = (font: string, text: string): number => {
    measuring.font = font
    return Math.max(1, Math.ceil(measuring.measureText(text).width))
  }
  function draw(text: string, font: string, height: number, baseline: number): Mask {
    const width = widthIn(font, text)
    const made = pen(width, height)
    made.font = font
    made.fillStyle = '#fff'
    made.fillText(text, 0, baseline)
    return maskOf(made, width, height)
  }
  return {
    line: (text, height) =>
      remember(`${height} ${text}`, () => {
        if (height < 16) return draw(text, `12px ${faces.pixel12}`, 12, 10)
        // Strokes of Chinese signs run together below 32 dots; letters and digits do not below 24.
        if (height < (/^[\x20-\x7e]+$/.test(text) ? 24 : 32)) return draw(text, `16px ${faces.pixel16}`, 16, 14)
        const size = Math.round(height * 0.86)
        return draw(text, `${size}px ${faces.bold}`, height, Math.round(height * 0.82))
      }),
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
