import readXlsxFile from 'read-excel-file/node'
import { repackXlsx } from './repack-xlsx.ts'
import { type Cell, type Tables, refuseFile } from './table.ts'

const inDays = (date: Date): string => date.toISOString().slice(0, 10)

/** What the reader gives for one cell. Formulas are not computed: what stands in the cell is text, as it was last seen. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : inDays(value)
  if (typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'string')
    return { number: value.number }
  return null
}

/** All sheets of a workbook. A file that the reader cannot open whole is refused: half a catalogue is worse than none. */
export async function readXlsx(bytes: Uint8Array): Promise<Tables> {
  const repacked = repackXlsx(bytes)
  if (!repacked.ok) return repacked
  try {
    const sheets = await readXlsxFile(Buffer.from(repacked.bytes), {
      parseNumber: (digits) => ({ number: digits }),
      trim: false,
    })
    return {
      ok: true,
      tables: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })),
    }
  } catch {
    return refuseFile('读不懂这个 Excel 文件。请在表格软件里打开，另存为 .xlsx 或 CSV 再导入。')
  }
}
