import { CUT, INITIALISE, LINE_FEED, align, bold, feed, join, qrCode, size, text } from './escpos.ts'

/** A page that shows what can be wrong with a printer: Chinese, large letters, the edges of the paper, a code, the knife. */
export function encodeTestPage({
  hallName,
  printer,
  time,
  columns,
}: {
  hallName: string
  printer: string
  time: string
  columns: 48 | 32
}): Uint8Array {
  const line = (words: string): Uint8Array => join([text(words), LINE_FEED])
  return join([
    ...[INITIALISE, align('centre'), bold(true), line(hallName), size(2), line('测试页'), size(1), bold(false)],
    ...[
      line(printer),
      line(time),
      feed(1),
      line('|'.padEnd(columns - 1, '-') + '|'),
      line('左右两条竖线都看得见，纸宽就对了'),
    ],
    ...[
      qrCode('https://example.org/t/test-page-of-this-printer', 6),
      line('手机能扫出上面的码，打印头就好'),
      feed(3),
      CUT,
    ],
  ])
}
