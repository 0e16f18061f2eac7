import { type SKRSContext2D, createCanvas } from '@napi-rs/canvas'
import QRCode from 'qrcode'
import { type Bitmap, bitmapOf } from './bitmap.ts'
import { CUT, INITIALISE, feed, join, raster } from './escpos.ts'
import { slipFonts } from './slip-fonts.ts'
import { type Slip, slipWords } from './slip.ts'
import { wrapWords } from './wrap-words.ts'

export type SlipWidth = 576 | 384

/** The slip drawn by us, dot for dot (VISUAL.md: number 176 dots, title 38, fact 34, body 30, caption 24, quiet edge 24). */
export function drawSlip(slip: Slip, width: SlipWidth): Bitmap {
  // First on a tall sheet, then cut to the height that was used.
  const canvas = createCanvas(width, 2400)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, 2400)
  pen.fillStyle = '#000'
  pen.strokeStyle = '#000'
  const height = Math.ceil(setSlip(pen, slip, width) / 8) * 8
  return bitmapOf(pen.getImageData(0, 0, width, height).data, width, height)
}

/** A raster slip as the printer wants it: picture, feed past the knife, cut. */
export const encodeRasterSlip = (slip: Slip, width: SlipWidth): Uint8Array => join([INITIALISE, raster(drawSlip(slip, width)), feed(2), CUT])

function setSlip(pen: SKRSContext2D, slip: Slip, width: SlipWidth): number {
  const fonts = slipFonts()
  const small = width === 384 ? 0.78 : 1
  const edge = width === 384 ? 12 : 24
  const inner = width - 2 * edge
  let y = 24
  const use = (weight: keyof typeof fonts, dots: number): void => {
    pen.font = `${Math.round(dots * small)}px ${weight === 'number' ? `${fonts.number},` : ''}${weight === 'regular' ? fonts.regular : fonts.bold}`
  }
  const measure = (text: string): number => pen.measureText(text).width
  const centred = (words: string, weight: keyof typeof fonts, dots: number): void => {
    use(weight, dots)
    for (const line of wrapWords(words, inner, measure)) {
      y += dots * small * 1.3
      pen.fillText(line, (width - measure(line)) / 2, y - dots * small * 0.3)
    }
  }
  const rule = (): void => {
    y += 18 * small
    for (let x = edge; x < width - edge; x += 12) pen.fillRect(x, Math.round(y), 8, 3)
    y += 12 * small
  }
  const fact = (label: string, words: string): void => {
    const left = edge + 132 * small
    use('regular', 30)
    pen.fillText(label, edge, y + 36 * small)
    use('bold', 34)
    for (const line of wrapWords(words, width - edge - left, measure)) {
      y += 45 * small
      pen.fillText(line, left, y - 9 * small)
    }
  }

  centred(slip.hallName, 'bold', 38)
  centred(slip.takenAt, 'regular', 28)
  y += 16 * small
  y = numberBox(pen, slip.number, { edge, inner, y, small }, use)
  y += 14 * small
  centred(slip.matterName, 'bold', 36)
  rule()
  fact(slipWords.where, slip.where)
  fact(slipWords.ahead, `${slip.ahead} 人`)
  if (slip.waitWords !== null) fact(slipWords.wait, slip.waitWords)
  rule()
  y = codeAndHints(pen, slip, { edge, inner, y: y + 10 * small, small }, use)
  rule()
  if (slip.legs.length > 0) {
    centred(slipWords.legs, 'bold', 30)
    for (const leg of slip.legs) centred(leg, 'regular', 30)
    rule()
  }
  if (slip.missing.length > 0) centred(`${slipWords.missing}${slip.missing.join('、')}`, 'regular', 30)
  centred(slipWords.today, 'regular', 28)
  y += 6 * small
  centred(slip.code, 'number', 26)
  return y + 20
}

interface Place {
  edge: number
  inner: number
  y: number
  small: number
}
type Use = (weight: 'regular' | 'bold' | 'number', dots: number) => void

/** The number is the hero: in a frame, as large as the paper allows. */
function numberBox(pen: SKRSContext2D, number: string, { edge, inner, y, small }: Place, use: Use): number {
  const height = 250 * small
  pen.lineWidth = 5
  pen.beginPath()
  pen.roundRect(edge + 3, y + 3, inner - 6, height - 6, 18)
  pen.stroke()
  use('regular', 30)
  pen.fillText(slipWords.yourNumber, edge + (inner - pen.measureText(slipWords.yourNumber).width) / 2, y + 48 * small)
  let dots = 176
  use('number', dots)
  while (pen.measureText(number).width > inner - 40 && dots > 80) use('number', (dots -= 4))
  pen.fillText(number, edge + (inner - pen.measureText(number).width) / 2, y + height - 42 * small)
  return y + height
}

/** Whole dots for each module, so that every phone reads it. */
function codeAndHints(pen: SKRSContext2D, slip: Slip, { edge, inner, y, small }: Place, use: Use): number {
  const { modules } = QRCode.create(slip.trackingUrl, { errorCorrectionLevel: 'M' })
  const module = Math.max(3, Math.floor((190 * small) / modules.size))
  const side = module * modules.size
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) pen.fillRect(edge + 8 + column * module, Math.round(y) + row * module, module, module)
    }
  }
  const left = edge + side + 36 * small
  use('bold', 32)
  let line = y + 30 * small
  for (const [index, words] of [slipWords.scan, slipWords.shake, ...slipWords.missed(slip.requeueMinutes)].entries()) {
    if (index === 1) use('regular', 30)
    for (const part of wrapWords(words, edge + inner - left, (text) => pen.measureText(text).width)) {
      pen.fillText(part, left, line)
      line += 46 * small
    }
  }
  return Math.max(y + side, line - 20 * small)
}
