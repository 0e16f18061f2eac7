import { decodeText } from './decode-text.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { type Cell, type Tables, refuseFile } from './table.ts'

const LARGEST = 50 * 1024 * 1024

/** A file as tables, whatever it is: told by its first bytes, never by its name. Refuses in words. */
export async function readTables(bytes: Uint8Array): Promise<Tables> {
  if (bytes.length > LARGEST) return refuseFile('文件超过 50 MB。请拆成几个文件再导入。')
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart()
  if (start.startsWith('PK')) return readXlsx(bytes)
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    return refuseFile('这是旧的 .xls 文件。请在表格软件里另存为 .xlsx 或 CSV 再导入。')
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml)/i.test(start))
    return refuseFile('这是一个网页，不是表格。多半是下载时出错了，请重新下载。')
  const text = decodeText(bytes).replace(/^\ufeff/, '')
  return text.trimStart().startsWith('{') ? readJsonLines(text) : readCsv(text)
}

/** One object on each line, as a table whose first row holds the keys; lists stay JSON text and are read where they are used. */
function readJsonLines(text: string): Tables {
  const objects: Record<string, unknown>[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    try {
      objects.push({ ...(JSON.parse(line) as object) })
    } catch {
      return refuseFile(`第 ${index + 1} 行不是完整的 JSON。每行要有一个完整的事项。`)
    }
  }
  const keys = [...new Set(objects.flatMap((one) => Object.keys(one)))]
  const cell = (value: unknown): Cell =>
    value === null || value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : String(value)
  return {
    ok: true,
    tables: [{ name: null, rows: [keys, ...objects.map((one) => keys.map((key) => cell(one[key])))] }],
  }
}
