import { clean } from './clean-text.ts'
import { wordOfCode } from './import/code-tables.ts'
import { findHeader } from './import/find-header.ts'
import type { FieldKey } from './import/matter-fields.ts'
import { readTables } from './import/read-tables.ts'
import { type Cell, isEmptyRow, textOf } from './import/table.ts'

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
  /** How often a wished-for column was empty, by its heading. */
  missing: Record<string, number>
}

const wished = {
  ...{ department: ['department', '部门'], parentName: ['parentName', '主项名称'], name: ['name', '事项名称'], code: ['code', '实施编码'] },
  ...{ kind: ['kind', '事项类型'], url: ['onlineUrl', '在线办理链接'] },
} as const satisfies Record<string, readonly [FieldKey, string]>

/** Reads a flat sheet of matters: xlsx, csv or JSON lines. A file that is none is refused as a whole, in words; single bad rows are told. */
export async function readMatterRows(bytes: Uint8Array): Promise<({ ok: true } & ReadRows) | { ok: false; message: string }> {
  const read = await readTables(bytes)
  if (!read.ok) return read
  const found = read.tables.flatMap((table) => {
    const header = findHeader(table)
    return header ? [{ table, header }] : []
  })[0]
  const titles = Object.values(wished).map(([, title]) => title)
  if (!found) return { ok: false, message: `表头缺少“事项名称、实施编码、部门”。第一行要有：${titles.join('、')}。` }
  const { table, header } = found
  const absent = (['name', 'code', 'department'] as const).filter((key) => !header.columns.has(key)).map((key) => wished[key][1])
  if (absent.length > 0) return { ok: false, message: `表头缺少“${absent.join('、')}”。第一行要有：${titles.join('、')}。` }
  const result: ReadRows = { rows: [], rejected: [], missing: {} }
  const seen = new Map<string, number>()
  for (const [index, cells] of table.rows.entries()) {
    if (index < header.first || isEmptyRow(cells)) continue
    const row = index + 1
    const at = (key: FieldKey): Cell => cells[header.columns.get(key) ?? -1] ?? null
    const value = (key: FieldKey): string => clean(textOf(at(key)))
    const one: SourceRow = {
      ...{ row, department: value('department'), parentName: value('parentName'), name: value('name'), code: value('code') },
      // A code that no table knows is no word that a visitor should read.
      kind: wordOfCode('kind', value('kind') || value('kindCode'), {}) ?? '',
      url: webAddress(value('onlineUrl')),
    }
    const reason = numberFault(at('code')) ?? faultOf(one, seen)
    if (reason !== null) {
      result.rejected.push({ row, reason })
      continue
    }
    seen.set(one.code, row)
    for (const [key, [, title]] of Object.entries(wished)) if (one[key as keyof SourceRow] === '') result.missing[title] = (result.missing[title] ?? 0) + 1
    result.rows.push(one)
  }
  return { ok: true, ...result }
}

/** The address is shown as a code to scan: nothing but the web may come through. */
const webAddress = (text: string): string => (/^https?:\/\/\S+$/i.test(text) ? text : '')

/** A spreadsheet keeps 15 digits of a number; whatever was longer is gone. */
function numberFault(code: Cell): string | null {
  if (code === null || typeof code === 'string' || code.number.replace(/\D/g, '').length <= 15) return null
  return '实施编码被表格软件当成了数字，后面几位丢了，请把那一列设成“文本”再导出'
}

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
