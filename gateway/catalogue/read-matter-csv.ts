import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { z } from 'zod'
import { clean } from './clean-text.ts'

/** One row of a source file, cleaned. `row` counts as a spreadsheet does: the header is 1. */
export interface SourceRow {
  row: number
  department: string
  parentName: string
  name: string
  code: string
  kind: string
  url: string
}
export interface ReadRows {
  rows: SourceRow[]
  rejected: { row: number; reason: string }[]
  /** How often a wished-for column was empty. */
  missing: Record<string, number>
}

const columns = { department: '部门', parentName: '主项名称', name: '事项名称', code: '实施编码', kind: '事项类型', url: '在线办理链接' } as const
const LARGEST = 50 * 1024 * 1024
const record = z.record(z.string(), z.string())

/** UTF-8 (with or without BOM) or GBK, told apart by whether the bytes are valid UTF-8. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(Buffer.from(bytes), 'gb18030')
  }
}

/** Reads the flat sheet of matters. A file that is no such sheet is refused as a whole, in words; single bad rows are told. */
export function readMatterCsv(bytes: Uint8Array): ({ ok: true } & ReadRows) | { ok: false; message: string } {
  if (bytes.length > LARGEST) return { ok: false, message: '文件超过 50 MB。请拆成几个文件再导入。' }
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart()
  if (start.startsWith('PK')) return { ok: false, message: '这是 Excel 文件。请在表格软件里“另存为 CSV”再导入。' }
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml)/i.test(start)) return { ok: false, message: '这是一个网页，不是表格。多半是下载时出错了，请重新下载。' }
  let header: string[] = []
  let records: { info: { empty_lines: number }; record: Record<string, string> }[]
  try {
    records = parse(decode(bytes), {
      columns: (first: string[]) => (header = first.map(clean)),
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch (broken) {
    const line = broken instanceof Error && 'lines' in broken ? `第 ${String(broken.lines)} 行附近的引号不成对，` : ''
    return { ok: false, message: `这不是完整的 CSV 表格：${line}请用“另存为 CSV”重新导出。` }
  }
  const absent = [columns.name, columns.code, columns.department].filter((name) => !header.includes(name))
  if (absent.length > 0) return { ok: false, message: `表头缺少“${absent.join('、')}”。第一行要有：${Object.values(columns).join('、')}。` }
  const result: ReadRows = { rows: [], rejected: [], missing: {} }
  const seen = new Map<string, number>()
  records.forEach(({ record: raw, info }, index) => {
    const row = index + 2 + info.empty_lines
    const values = record.safeParse(raw)
    const cell = (name: keyof typeof columns): string => clean(values.success ? (values.data[columns[name]] ?? '') : '')
    const one: SourceRow = {
      row,
      department: cell('department'),
      parentName: cell('parentName'),
      name: cell('name'),
      code: cell('code'),
      kind: cell('kind'),
      url: webAddress(cell('url')),
    }
    const reason = faultOf(one, seen)
    if (reason !== null) return void result.rejected.push({ row, reason })
    seen.set(one.code, row)
    for (const [key, title] of Object.entries(columns)) if (one[key as keyof typeof columns] === '') result.missing[title] = (result.missing[title] ?? 0) + 1
    result.rows.push(one)
  })
  return { ok: true, ...result }
}

/** The address is shown as a code to scan: nothing but the web may come through. */
const webAddress = (text: string): string => (/^https?:\/\/\S+$/i.test(text) ? text : '')

function faultOf({ name, code, department }: SourceRow, seen: ReadonlyMap<string, number>): string | null {
  if (name === '') return '没有事项名称'
  if (/^(HTTP )?(404|500|502|503)\b|页面不存在|页面未找到|系统(错误|繁忙)|Not Found|Internal Server Error|Bad Gateway/i.test(name))
    return '这一行是出错页面，不是事项'
  if (code === '') return '没有实施编码'
  if (/^\d(\.\d+)?E\+?\d+$/i.test(code)) return `实施编码被表格软件改成了数字（${code}），请把那一列设成“文本”再导出`
  if (code.length > 60) return '实施编码太长'
  if (department === '') return '没有部门'
  const before = seen.get(code)
  return before === undefined ? null : `实施编码和第 ${before} 行一样`
}
