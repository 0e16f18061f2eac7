import type { SlipLayout, SlipPart } from '../../contract/slip-layout.ts'
import { columnsOf } from './columns.ts'
import { CUT, INITIALISE, LINE_FEED, align, bold, feed, join, qrCode, size, text } from './escpos.ts'
import { type Slip, fillWords } from './slip.ts'
import { wrapWords } from './wrap-words.ts'

/** The slip in the printer's own letters: faster and for printers that print pictures badly. `columns` 48 at 80 mm, 32 at 58 mm. */
export const encodeTextSlip = (slip: Slip, columns: 48 | 32, layout: SlipLayout): Uint8Array =>
  join([INITIALISE, ...layout.flatMap((part) => partBytes(part, slip, columns)), feed(3), CUT])

function partBytes(part: SlipPart, slip: Slip, columns: 48 | 32): Uint8Array[] {
  const lines = (words: string, where: 'left' | 'centre' = 'centre', isBold = false): Uint8Array[] => [
    align(where),
    bold(isBold),
    ...wrapWords(words, columns, columnsOf).flatMap((line) => [text(line), LINE_FEED]),
  ]
  const colon = slip.language === 'en' ? ': ' : '：'
  switch (part.part) {
    case 'hall-name':
      return lines(slip.hallName, 'centre', true)
    case 'time':
      return lines(slip.takenAt)
    case 'number':
      return [
        feed(1),
        ...lines(part.label),
        size(columns === 48 ? 4 : 3),
        bold(true),
        text(slip.number),
        LINE_FEED,
        size(1),
        feed(1),
      ]
    case 'matter':
      return lines(slip.matterName, 'centre', true)
    case 'rule':
      return lines('-'.repeat(columns), 'left')
    case 'where':
      return lines(`${part.label}${colon}${slip.where}`, 'left')
    case 'ahead':
      return lines(`${part.label}${colon}${slip.aheadWords}`, 'left')
    case 'wait':
      return slip.waitWords === null ? [] : lines(`${part.label}${colon}${slip.waitWords}`, 'left')
    case 'code':
      return [
        align('centre'),
        qrCode(slip.trackingUrl, 6),
        LINE_FEED,
        ...part.hints.flatMap((words) => lines(fillWords(words, slip))),
      ]
    case 'legs':
      return slip.legs.length === 0
        ? []
        : [...lines(part.label, 'centre', true), ...slip.legs.flatMap((leg) => lines(leg, 'left'))]
    case 'missing':
      return slip.missing.length === 0
        ? []
        : lines(`${part.label}${slip.missing.join(slip.language === 'en' ? ', ' : '、')}`)
    case 'words':
      return lines(fillWords(part.text, slip), part.align, part.bold)
    case 'mongolian':
      // Its letters are in no printer's font.
      return part.beside === null ? [] : lines(fillWords(part.beside, slip))
    case 'slip-code':
      return lines(slip.code)
    case 'space':
      return [feed(Math.max(1, Math.round(part.dots / 30)))]
  }
}
