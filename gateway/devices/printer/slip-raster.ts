import type { SlipLayout, SlipPart } from '../../contract/slip-layout.ts'
import { type Bitmap, bitmapOf } from './bitmap.ts'
import { CUT, INITIALISE, feed, join, raster } from './escpos.ts'
import { codeAndHints, mongolianColumns, numberBox } from './slip-blocks.ts'
import { type SlipPen, type SlipWidth, slipPen } from './slip-pen.ts'
import { type Slip, fillWords } from './slip.ts'
import { createCanvas } from '../canvas.ts'

export type { SlipWidth }
const TALLEST = 6_000

/** The slip drawn by us, dot for dot, as the hall's layout says. */
export function drawSlip(slip: Slip, width: SlipWidth, layout: SlipLayout): Bitmap {
  // First on a tall sheet, then cut to the height that was used.
  const canvas = createCanvas(width, TALLEST)
  const pen = slipPen(canvas.getContext('2d'), width)
  pen.blank(TALLEST)
  for (const part of layout) setPart(pen, part, slip)
  const height = Math.min(TALLEST, Math.ceil((pen.y + 20) / 8) * 8)
  return bitmapOf(pen.context.getImageData(0, 0, width, height).data, width, height)
}

/** A raster slip as the printer wants it: picture, feed past the knife, cut. */
export const encodeRasterSlip = (slip: Slip, width: SlipWidth, layout: SlipLayout): Uint8Array =>
  join([INITIALISE, raster(drawSlip(slip, width, layout)), feed(2), CUT])

function setPart(pen: SlipPen, part: SlipPart, slip: Slip): void {
  switch (part.part) {
    case 'hall-name':
      return pen.centred(slip.hallName, 'bold', part.dots)
    case 'time':
      return pen.centred(slip.takenAt, 'regular', part.dots)
    case 'number':
      return numberBox(pen, slip.number, part.label)
    case 'matter':
      return pen.centred(slip.matterName, 'bold', part.dots)
    case 'rule':
      return pen.rule()
    case 'where':
      return pen.fact(part.label, slip.where)
    case 'ahead':
      return pen.fact(part.label, slip.aheadWords)
    case 'wait':
      return slip.waitWords === null ? undefined : pen.fact(part.label, slip.waitWords)
    case 'code':
      return codeAndHints(
        pen,
        slip.trackingUrl,
        part.side,
        part.hints.map((words) => fillWords(words, slip)),
      )
    case 'legs':
      if (slip.legs.length === 0) return
      pen.centred(part.label, 'bold', 30)
      for (const leg of slip.legs) pen.centred(leg, 'regular', 30)
      return pen.rule()
    case 'missing':
      return slip.missing.length === 0
        ? undefined
        : pen.centred(`${part.label}${slip.missing.join(slip.language === 'en' ? ', ' : '、')}`, 'regular', 30)
    case 'words': {
      const weight = part.bold ? 'bold' : 'regular'
      const words = fillWords(part.text, slip)
      return part.align === 'left' ? pen.fromLeft(words, weight, part.dots) : pen.centred(words, weight, part.dots)
    }
    case 'mongolian':
      return mongolianColumns(pen, { ...part, beside: part.beside === null ? null : fillWords(part.beside, slip) })
    case 'slip-code':
      pen.y += 6 * pen.small
      return pen.centred(slip.code, 'number', part.dots)
    case 'space':
      pen.y += part.dots * pen.small
  }
}
