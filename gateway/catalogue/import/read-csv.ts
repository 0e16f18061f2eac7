import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type Tables, refuseFile } from './table.ts'

const rows = z.array(z.array(z.string()))
const MOST_COLUMNS = 500

/** Comma, tab or semicolon: whichever stands most often in the first line. */
function delimiterOf(text: string): string {
  const first = text.slice(0, Math.max(0, text.indexOf('\n')) || 10_000)
  const count = (mark: string): number => first.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

export function readCsv(text: string): Tables {
  try {
    const read = rows.parse(
      parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: false }),
    )
    if (read.some((row) => row.length > MOST_COLUMNS))
      return refuseFile('有一行的列数太多，不像事项表。请检查分隔符和引号。')
    return {
      ok: true,
      tables: [{ name: null, rows: read.map((row) => row.map((cell) => (cell === '' ? null : cell))) }],
    }
  } catch (broken) {
    const line = broken instanceof Error && 'lines' in broken ? `第 ${String(broken.lines)} 行附近的引号不成对，` : ''
    return refuseFile(`这不是完整的 CSV 表格：${line}请用“另存为 CSV”重新导出。`)
  }
}
