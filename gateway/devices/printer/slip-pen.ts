import type { SKRSContext2D } from '@napi-rs/canvas'
import { type SlipFace, slipFont } from './slip-fonts.ts'
import { wrapWords } from './wrap-words.ts'

export type SlipWidth = 576 | 384

/** Sets lines from the top down; `y` is where the next one begins. Sizes are those of an 80 mm head (VISUAL.md), 58 mm takes 0.78. */
export function slipPen(context: SKRSContext2D, width: SlipWidth) {
  const small = width === 384 ? 0.78 : 1
  const edge = width === 384 ? 12 : 24
  const inner = width - 2 * edge
  const measure = (text: string): number => context.measureText(text).width
  const use = (weight: SlipFace, dots: number): void => {
    // What the face of numbers lacks is bold.
    const families = weight === 'number' ? `${slipFont('number')},${slipFont('bold')}` : slipFont(weight)
    context.font = `${Math.round(dots * small)}px ${families}`
  }
  const lines = (words: string, weight: SlipFace, dots: number, left: (line: string) => number): void => {
    use(weight, dots)
    for (const line of wrapWords(words, inner, measure)) {
      pen.y += dots * small * 1.3
      context.fillText(line, left(line), pen.y - dots * small * 0.3)
    }
  }
  const pen = {
    context,
    width,
    small,
    edge,
    inner,
    y: 24,
    use,
    measure,
    blank(height: number): void {
      context.fillStyle = '#fff'
      context.fillRect(0, 0, width, height)
      context.fillStyle = '#000'
      context.strokeStyle = '#000'
    },
    centred: (words: string, weight: SlipFace, dots: number): void =>
      lines(words, weight, dots, (line) => (width - measure(line)) / 2),
    fromLeft: (words: string, weight: SlipFace, dots: number): void => lines(words, weight, dots, () => edge),
    rule(): void {
      pen.y += 18 * small
      for (let x = edge; x < width - edge; x += 12) context.fillRect(x, Math.round(pen.y), 8, 3)
      pen.y += 12 * small
    },
    fact(label: string, words: string): void {
      use('regular', 30)
      context.fillText(label, edge, pen.y + 36 * small)
      // As wide as three characters and some, wider when the hall gave it a longer name.
      const left = edge + Math.max(132 * small, measure(label) + 18 * small)
      use('bold', 34)
      for (const line of wrapWords(words, width - edge - left, measure)) {
        pen.y += 45 * small
        context.fillText(line, left, pen.y - 9 * small)
      }
    },
  }
  return pen
}
export type SlipPen = ReturnType<typeof slipPen>
