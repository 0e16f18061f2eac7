import QRCode from 'qrcode'
import { mongolianFont } from './slip-fonts.ts'
import type { SlipPen } from './slip-pen.ts'
import { wrapWords } from './wrap-words.ts'

/** The number is the hero: in a frame, as large as the paper allows. */
export function numberBox(pen: SlipPen, number: string, label: string): void {
  const { context, edge, inner, small, use, measure } = pen
  const height = 250 * small
  pen.y += 16 * small
  context.lineWidth = 5
  context.beginPath()
  context.roundRect(edge + 3, pen.y + 3, inner - 6, height - 6, 18)
  context.stroke()
  use('regular', 30)
  context.fillText(label, edge + (inner - measure(label)) / 2, pen.y + 48 * small)
  let dots = 176
  use('number', dots)
  while (measure(number) > inner - 40 && dots > 80) use('number', (dots -= 4))
  context.fillText(number, edge + (inner - measure(number)) / 2, pen.y + height - 42 * small)
  pen.y += height + 14 * small
}

/** Whole dots for each module, so that every phone reads it; hints beside it, below it where they have no room. */
export function codeAndHints(pen: SlipPen, url: string, wantedSide: number, hints: readonly string[]): void {
  const { context, edge, inner, small, use, measure } = pen
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' })
  const module = Math.max(
    3,
    Math.min(Math.floor(inner / modules.size), Math.floor((wantedSide * small) / modules.size)),
  )
  const side = module * modules.size
  const gap = 36 * small
  const isBeside = hints.length > 0 && inner - side - gap >= 6 * 30 * small
  pen.y += 10 * small
  const top = Math.round(pen.y)
  const x0 = isBeside ? edge + 8 : Math.round(edge + (inner - side) / 2)
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) context.fillRect(x0 + column * module, top + row * module, module, module)
  if (!isBeside) {
    pen.y = top + side + 8 * small
    for (const words of hints) pen.centred(words, 'regular', 30)
    return
  }
  const left = edge + side + gap
  let line = top + 30 * small
  for (const [nth, words] of hints.entries()) {
    use(nth === 0 ? 'bold' : 'regular', nth === 0 ? 32 : 30)
    for (const part of wrapWords(words, edge + inner - left, measure)) {
      context.fillText(part, left, line)
      line += 46 * small
    }
  }
  pen.y = Math.max(top + side, line - 20 * small)
}

/** Mongolian is set along the line and the line turned clockwise: it runs down, the columns from left to right (GB/T 26235). */
export function mongolianColumns(
  pen: SlipPen,
  { text, beside, dots, height }: { text: string; beside: string | null; dots: number; height: number },
): void {
  const { context, edge, inner, small, measure } = pen
  const size = Math.round(dots * small)
  const longest = height * small
  context.font = `${size}px ${mongolianFont()}`
  const columns = mongolianLines(text, longest, measure)
  const pitch = size * 1.5
  const used = columns.length * pitch
  const taken = beside === null ? used : used + 24 * small
  const x0 = beside === null ? edge + Math.max(0, (inner - used) / 2) : edge
  const top = pen.y + 16 * small
  let bottom = top
  for (const [nth, column] of columns.entries()) {
    context.save()
    // The foot of the letters looks to the left after the turn.
    context.translate(x0 + nth * pitch + size * 0.45, top)
    context.rotate(Math.PI / 2)
    context.fillText(column, 0, 0)
    context.restore()
    bottom = Math.max(bottom, top + measure(column))
  }
  if (beside !== null) {
    pen.use('regular', 30)
    let line = top + 28 * small
    for (const part of wrapWords(beside, Math.max(60 * small, inner - taken), measure)) {
      context.fillText(part, edge + taken, line)
      line += 42 * small
    }
    bottom = Math.max(bottom, line - 28 * small)
  }
  pen.y = bottom + 8 * small
}

/** Words never break inside. */
function mongolianLines(text: string, longest: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`) <= longest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
