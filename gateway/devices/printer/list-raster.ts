import QRCode from 'qrcode'
import { type Bitmap, bitmapOf } from './bitmap.ts'
import { CUT, INITIALISE, feed, join, raster } from './escpos.ts'
import { type MaterialSheet, sheetWords } from './material-sheet.ts'
import { slipFont } from './slip-fonts.ts'
import type { SlipWidth } from './slip-raster.ts'
import { wrapWords } from './wrap-words.ts'
import { createCanvas } from '../canvas.ts'

const TALLEST = 12_000

/** The list drawn by us, dot for dot, in the sizes of the slip (VISUAL.md: title 38, fact 34, body 30, caption 24). */
export function drawList(sheet: MaterialSheet, width: SlipWidth): Bitmap {
  const canvas = createCanvas(width, TALLEST)
  const pen = canvas.getContext('2d')
  const small = width === 384 ? 0.78 : 1
  const edge = width === 384 ? 12 : 24
  const box = 34 * small
  let y = 24
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, TALLEST)
  pen.fillStyle = '#000'
  pen.lineWidth = 3
  const set = (words: string, weight: 'regular' | 'bold', dots: number, left: number, centred = false): void => {
    pen.font = `${Math.round(dots * small)}px ${slipFont(weight)}`
    for (const line of wrapWords(words, width - edge - left, (text) => pen.measureText(text).width)) {
      y += dots * small * 1.36
      pen.fillText(line, centred ? (width - pen.measureText(line).width) / 2 : left, y - dots * small * 0.32)
    }
  }
  const rule = (): void => {
    y += 14 * small
    for (let x = edge; x < width - edge; x += 12) pen.fillRect(x, Math.round(y), 8, 3)
    y += 10 * small
  }
  set(sheet.hallName, 'regular', 28, edge, true)
  set(sheet.title, 'bold', 38, edge, true)
  set(sheet.printedAt, 'regular', 24, edge, true)
  rule()
  set(sheet.heading ?? sheetWords.heading, 'bold', 34, edge)
  if (sheet.materials.length === 0) set(sheetWords.none, 'regular', 30, edge)
  for (const { name, how, brought } of sheet.materials) {
    y += 12 * small
    const top = Math.round(y + 6 * small)
    pen.strokeRect(edge + 2, top, box, box)
    if (brought) {
      pen.beginPath()
      pen.moveTo(edge + 9 * small, top + box * 0.5)
      pen.lineTo(edge + 2 + box * 0.42, top + box * 0.8)
      pen.lineTo(edge + 2 + box * 1.1, top - box * 0.1)
      pen.stroke()
    }
    set(name, 'bold', 30, edge + box + 16 * small)
    if (how !== '') set(how, 'regular', 26, edge + box + 16 * small)
  }
  for (const note of sheet.notes) set(note, 'regular', 26, edge)
  rule()
  for (const [label, words] of sheet.facts) set(`${label}：${words}`, 'regular', 28, edge)
  rule()
  y += 8 * small
  const { modules } = QRCode.create(sheet.url, { errorCorrectionLevel: 'M' })
  const module = Math.max(3, Math.floor((180 * small) / modules.size))
  const left = Math.round((width - module * modules.size) / 2)
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) pen.fillRect(left + column * module, Math.round(y) + row * module, module, module)
  y += module * modules.size + 8 * small
  set(sheet.scan ?? sheetWords.scan, 'regular', 26, edge, true)
  set(sheetWords.foot, 'regular', 24, edge, true)
  const height = Math.ceil((y + 20) / 8) * 8
  return bitmapOf(pen.getImageData(0, 0, width, height).data, width, height)
}

/** A list as the printer wants it: picture, feed past the knife, cut. */
export const encodeRasterList = (sheet: MaterialSheet, width: SlipWidth): Uint8Array =>
  join([INITIALISE, raster(drawList(sheet, width)), feed(2), CUT])
