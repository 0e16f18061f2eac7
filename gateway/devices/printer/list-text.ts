import { CUT, INITIALISE, LINE_FEED, align, bold, feed, join, qrCode, text } from './escpos.ts'
import { type MaterialSheet, sheetWords } from './material-sheet.ts'
import { columnsOf } from './columns.ts'
import { wrapWords } from './wrap-words.ts'

/** The list in the printer's own letters, for printers that print pictures badly. `columns` 48 at 80 mm, 32 at 58 mm. */
export function encodeTextList(sheet: MaterialSheet, columns: 48 | 32): Uint8Array {
  const lines = (words: string): Uint8Array[] =>
    wrapWords(words, columns, columnsOf).flatMap((line) => [text(line), LINE_FEED])
  const rule = [text('-'.repeat(columns)), LINE_FEED]
  return join([
    ...[
      INITIALISE,
      align('centre'),
      bold(true),
      ...lines(sheet.hallName),
      ...lines(sheet.title),
      bold(false),
      ...lines(sheet.printedAt),
      ...rule,
    ],
    ...[align('left'), bold(true), ...lines(sheet.heading ?? sheetWords.heading), bold(false)],
    ...(sheet.materials.length === 0 ? lines(sheetWords.none) : []),
    ...sheet.materials.flatMap(({ name, how, brought }, nth) => [
      ...lines(`${brought ? '[√]' : '[ ]'} ${nth + 1}. ${name}`),
      ...(how === '' ? [] : lines(`    ${how}`)),
    ]),
    ...sheet.notes.flatMap(lines),
    ...[...rule, ...sheet.facts.flatMap(([label, words]) => lines(`${label}：${words}`)), ...rule],
    ...[
      align('centre'),
      qrCode(sheet.url, 6),
      LINE_FEED,
      ...lines(sheet.scan ?? sheetWords.scan),
      ...lines(sheetWords.foot),
      feed(3),
      CUT,
    ],
  ])
}
