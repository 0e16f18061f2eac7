import { type Cell, type Table, textOf } from '../../sheets/table.ts'

const isNumber = (cell: Cell | undefined): boolean => typeof cell === 'object' && cell !== null && 'number' in cell
/** Codes of this length are whole: the national ones have 12 and more characters. */
const WHOLE = 12

/** A spreadsheet keeps 15 digits of a number; whatever was longer is gone. */
export function numberFault(code: Cell): string | null {
  if (!isNumber(code) || textOf(code).replace(/\D/g, '').length <= 15) return null
  return '实施编码被表格软件当成了数字，后面几位丢了，请把那一列设成“文本”再导出'
}

/**
 * Rows whose code may have lost its leading zeros, by index: it is a number in a cell and short, or it has fewer digits than nearly all the
 * others of its sheet.
 */
export function doubtfulCodes({ rows }: Table, first: number, column: number): ReadonlyMap<number, string> {
  const doubts = new Map<number, string>()
  const codes = rows.slice(first).map((cells) => cells[column])
  const lengths = Map.groupBy(
    codes.map((cell) => textOf(cell).trim()).filter((code) => /^\d+$/.test(code)),
    (code) => code.length,
  )
  const total = [...lengths.values()].reduce((sum, same) => sum + same.length, 0)
  const [usual = 0, same = []] = [...lengths].sort(([, one], [, other]) => other.length - one.length)[0] ?? []
  for (const [nth, cell] of codes.entries()) {
    const code = textOf(cell).trim()
    if (!/^\d+$/.test(code)) continue
    const isShort = usual >= 6 && code.length < usual && same.length * 2 > total
    if (!isShort && !(isNumber(cell) && code.length < WHOLE)) continue
    doubts.set(first + nth, `实施编码 ${code} 像是丢了前面的 0，请和原来的清单核对`)
  }
  return doubts
}
