import { columnsOf } from './columns.ts'
import { type Bitmap, bitmapOf } from './bitmap.ts'
import { createCanvas } from '../canvas.ts'
import { CUT, INITIALISE, LINE_FEED, align, bold, feed, join, qrCode, raster, size, text } from './escpos.ts'
import { codeAndHints } from './slip-blocks.ts'
import { type SlipWidth, slipPen } from './slip-pen.ts'
import { wrapWords } from './wrap-words.ts'

/** A way on a small paper. All words are ready; the printer's side only sets them. */
export interface WaySlip {
  hallName: string
  /** 37 号窗口. */
  goal: string
  /** 1 楼 B 区; null = nothing more to tell of the place. */
  place: string | null
  /** How one stands when one begins. */
  start: string
  /** One line for each turn, in order. */
  steps: string[]
  /** 约 32 米，走 1 分钟. */
  length: string
  /** The same way on a phone, and what its sign is for; then whom to ask. */
  url: string
  hints: string[]
  /** 2026-03-18 星期三 10:31 */
  printedAt: string
}

const TALLEST = 4_000
const SIGN_DOTS = 210

/** The way drawn by us, dot for dot: where to, how one goes, and the sign for the phone. */
export function drawWay(slip: WaySlip, width: SlipWidth): Bitmap {
  const pen = slipPen(createCanvas(width, TALLEST).getContext('2d'), width)
  pen.blank(TALLEST)
  pen.centred(slip.hallName, 'regular', 28)
  pen.y += 8 * pen.small
  pen.centred(slip.goal, 'bold', 64)
  if (slip.place !== null) pen.centred(slip.place, 'bold', 34)
  pen.rule()
  pen.fromLeft(slip.start, 'regular', 26)
  pen.y += 6 * pen.small
  for (const [nth, step] of slip.steps.entries()) stepLine(pen, nth + 1, step)
  pen.fromLeft(slip.length, 'regular', 30)
  pen.rule()
  codeAndHints(pen, slip.url, SIGN_DOTS, slip.hints)
  pen.y += 8 * pen.small
  pen.centred(slip.printedAt, 'regular', 24)
  const height = Math.ceil((pen.y + 20) / 8) * 8
  return bitmapOf(pen.context.getImageData(0, 0, width, height).data, width, height)
}

/** A step stands beside its number, also on its second line. */
function stepLine(pen: ReturnType<typeof slipPen>, nth: number, words: string): void {
  const { context, edge, inner, small, use, measure } = pen
  const left = edge + 56 * small
  use('number', 40)
  context.fillText(String(nth), edge, pen.y + 44 * small)
  use('bold', 38)
  for (const line of wrapWords(words, edge + inner - left, measure)) {
    pen.y += 50 * small
    context.fillText(line, left, pen.y - 6 * small)
  }
  pen.y += 8 * small
}

export const encodeRasterWay = (slip: WaySlip, width: SlipWidth): Uint8Array =>
  join([INITIALISE, raster(drawWay(slip, width)), feed(2), CUT])

/** The same in the printer's own letters. `columns` 48 at 80 mm, 32 at 58 mm. */
export function encodeTextWay(slip: WaySlip, columns: 48 | 32): Uint8Array {
  const lines = (words: string, times = 1): Uint8Array[] =>
    wrapWords(words, columns / times, columnsOf).flatMap((line) => [text(line), LINE_FEED])
  const rule = [align('left'), text('-'.repeat(columns)), LINE_FEED]
  return join([
    ...[INITIALISE, align('centre'), ...lines(slip.hallName)],
    ...[size(2), bold(true), ...lines(slip.goal, 2), size(1)],
    ...(slip.place === null ? [] : lines(slip.place)),
    ...[bold(false), ...rule, ...lines(slip.start), bold(true)],
    ...slip.steps.flatMap((step, nth) => lines(`${nth + 1}. ${step}`)),
    ...[bold(false), ...lines(slip.length), ...rule],
    ...[align('centre'), qrCode(slip.url, 6), LINE_FEED, ...slip.hints.flatMap((hint) => lines(hint))],
    ...[...lines(slip.printedAt), feed(3), CUT],
  ])
}
