import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { guessSeparator } from './guess-separator.ts'
import { makeTable } from './make-table.ts'
import { type Tables, refuseFile } from './table.ts'

const rows = z.array(z.array(z.string()))
const MOST_COLUMNS = 500
const none: ReadonlySet<number> = new Set()

/** Rows of text between commas, tabs, semicolons, bars or full-width commas. Empty lines count as rows, as a spreadsheet counts them. */
export function readCsv(text: string): Tables {
  // A line “sep=;” is told to Excel alone and is no row there.
  const [, said, rest = text] = /^sep=(.)\r?\n([\s\S]*)$/i.exec(text) ?? []
  try {
    const read = rows.parse(
      parse(rest, {
        delimiter: said ?? guessSeparator(rest),
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: false,
      }),
    )
    if (read.some((row) => row.length > MOST_COLUMNS))
      return refuseFile('有一行的列数太多，不像一张表。请检查分隔符和引号。')
    const cells = read.map((row) => row.map((cell) => (cell === '' ? null : cell)))
    return {
      ok: true,
      tables: [makeTable(null, { rows: cells, merges: [], hiddenRows: none, hiddenColumns: none })],
      notes: [],
    }
  } catch (broken) {
    const line = broken instanceof Error && 'lines' in broken ? `第 ${String(broken.lines)} 行附近的引号不成对，` : ''
    return refuseFile(`这不是完整的 CSV 表格：${line}请用“另存为 CSV”重新导出。`)
  }
}
