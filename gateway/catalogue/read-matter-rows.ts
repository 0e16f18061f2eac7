import { situations } from '../contract/situations.ts'
import { clean } from './clean-text.ts'
import { type CodeTables, wordOfCode } from './import/code-tables.ts'
import { type Header, findHeader } from './import/find-header.ts'
import type { Values } from './import/guide-of-row.ts'
import { type Lists, listInCell, listOfSheet, readListSheet } from './import/join-lists.ts'
import { type FieldKey, type ListKey, listSheets, matterFields, spareCodes } from './import/matter-fields.ts'
import { unmarked } from './import/neutral-cell.ts'
import { jsonOf } from './import/read-field.ts'
import { readTables } from './import/read-tables.ts'
import { type Cell, type Table, isEmptyRow, textOf } from './import/table.ts'

/** One row of a source file, cleaned. `row` counts as a spreadsheet does: the header is 1. */
export interface SourceRow {
  row: number
  department: string
  parentName: string
  name: string
  code: string
  /** '' = the matter itself and no variant of it. */
  handleItem: string
  kind: string
  url: string
  /** Everything else that the row says, as its file has it. */
  values: Values
  lists: Lists
}
export interface ReadRows {
  rows: SourceRow[]
  rejected: { row: number; reason: string }[]
  /** How often a wished-for column was empty, by its heading. */
  missing: Record<string, number>
  /** Which heading was taken for which field, to be kept for this source. */
  columns: Record<string, string>
  /** Sheets of the file that were not used. */
  ignored: string[]
}
/** What is known of a source from earlier: its headings (→ field) and its codes, which differ by province. */
export interface SourceHabits {
  columns: Record<string, string>
  codes: CodeTables
}
const noHabits: SourceHabits = { columns: {}, codes: {} }

const wished = {
  department: ['department', '部门'],
  parentName: ['parentName', '主项名称'],
  name: ['name', '事项名称'],
  code: ['code', '实施编码'],
  kind: ['kind', '事项类型'],
  url: ['onlineUrl', '在线办理链接'],
} as const satisfies Record<string, readonly [FieldKey, string]>
/** Counted where the file has the column: what 行政许可法 30 makes a hall publish. */
const published = [
  'conditions',
  'statutoryDays',
  'promisedDays',
  'place',
  'handleTime',
  'consult',
  'charged',
  'result',
] as const satisfies FieldKey[]
const listKeys = Object.keys(listSheets) as ListKey[]

/** Reads the sheets of matters: xlsx, csv or JSON lines. A file that is none is refused as a whole, in words; single bad rows are told. */
export async function readMatterRows(
  bytes: Uint8Array,
  habits = noHabits,
): Promise<({ ok: true } & ReadRows) | { ok: false; message: string }> {
  const read = await readTables(bytes)
  if (!read.ok) return read
  const found = mainOf(read.tables, habits)
  const titles = Object.values(wished).map(([, title]) => title)
  if (!found) return { ok: false, message: `表头缺少“事项名称、实施编码、部门”。第一行要有：${titles.join('、')}。` }
  const { table, header } = found
  const spare = header.columns.has('code') ? null : spareColumn(table, header)
  const columns = new Map(header.columns)
  if (spare !== null) columns.set('code', spare)
  const absent = (['name', 'code', 'department'] as const)
    .filter((key) => !columns.has(key))
    .map((key) => wished[key][1])
  if (absent.length > 0)
    return { ok: false, message: `表头缺少“${absent.join('、')}”。第一行要有：${titles.join('、')}。` }

  const kept = Object.fromEntries(
    [...columns].map(([key, at]) => [header.titles[at] ?? '', key]).filter(([title]) => title !== ''),
  )
  const result: ReadRows = { rows: [], rejected: [], missing: {}, columns: kept, ignored: [] }
  const seen = new Map<string, number>()
  const count = (title: string): void => void (result.missing[title] = (result.missing[title] ?? 0) + 1)
  for (const [index, cells] of table.rows.entries()) {
    if (index < header.first || isEmptyRow(cells)) continue
    const row = index + 1
    const at = (key: FieldKey): Cell => cells[columns.get(key) ?? -1] ?? null
    const raw = (key: FieldKey): string => unmarked(textOf(at(key)))
    const value = (key: FieldKey): string => clean(raw(key))
    const values: Values = {}
    for (const { key } of matterFields) if (columns.has(key) && raw(key).trim() !== '') values[key] = raw(key)
    const one: SourceRow = {
      row,
      department: value('department'),
      parentName: value('parentName'),
      name: value('name'),
      code: value('code'),
      handleItem: value('handleItem'),
      // A code that no table knows is no word that a visitor should read.
      kind: wordOfCode('kind', value('kind') || value('kindCode'), habits.codes) ?? '',
      url: webAddress(value('onlineUrl')),
      values,
      lists: {},
    }
    const reason = numberFault(at('code')) ?? faultOf(one, seen)
    if (reason !== null) {
      result.rejected.push({ row, reason })
      continue
    }
    for (const key of listKeys) if (values[key] !== undefined) one.lists[key] = listInCell(key, values[key])
    seen.set(keyOf(one), row)
    for (const [key, [, title]] of Object.entries(wished)) if (one[key as keyof typeof wished] === '') count(title)
    for (const key of published)
      if (columns.has(key) && values[key] === undefined) count(header.titles[columns.get(key) ?? -1] ?? key)
    result.rows.push(one)
  }
  joinSheets(read.tables, table, result)
  return { ok: true, ...result }
}

/** The sheet of the matters themselves: the one that knows their department and code, not a list that repeats their names. */
function mainOf(tables: readonly Table[], habits: SourceHabits): { table: Table; header: Header } | null {
  const found = tables.flatMap((table) => {
    const header = findHeader(table, habits.columns)
    return header ? [{ table, header }] : []
  })
  const whole = found.find(({ header }) => header.columns.has('department') && header.columns.has('code'))
  return whole ?? found[0] ?? null
}

/** A template without 实施编码 still names its matters somehow: a column without gaps and doubles. */
function spareColumn(table: Table, { titles, first }: Header): number | null {
  for (const name of spareCodes) {
    const at = titles.findIndex((title) => title.toLowerCase() === name.toLowerCase())
    if (at < 0) continue
    const codes = table.rows.slice(first).flatMap((cells) => (isEmptyRow(cells) ? [] : [textOf(cells[at]).trim()]))
    if (codes.length > 0 && !codes.includes('') && new Set(codes).size === codes.length) return at
  }
  return null
}

/** Materials, steps, fees … that stand in sheets of their own, joined by 实施编码 and, where it is given, 业务办理项编码. */
function joinSheets(tables: readonly Table[], main: Table, result: ReadRows): void {
  const byKey = new Map(result.rows.map((one) => [keyOf(one), [one]]))
  const byId = new Map(result.rows.map((one) => [one.values.id ?? '', one]))
  const byCode = Map.groupBy(result.rows, ({ code }) => code)
  for (const table of tables) {
    if (table === main || table.rows.every(isEmptyRow)) continue
    const list = listOfSheet(table)
    if (!list) {
      result.ignored.push(table.name ?? '')
      continue
    }
    const { key, header } = list
    const joined = new Map<SourceRow, NonNullable<Lists[ListKey]>>()
    readListSheet(table, key, header, ({ code, handleItem, id }, line, row) => {
      const own = id === '' ? undefined : byId.get(id)
      const owners = own
        ? [own]
        : handleItem === ''
          ? (byCode.get(code) ?? [])
          : (byKey.get(keyOf({ code, handleItem })) ?? [])
      if (owners.length === 0)
        result.rejected.push({
          row,
          reason: `“${table.name ?? listSheets[key].sheet}”表：没有实施编码是 ${code.slice(0, 60)} 的事项`,
        })
      for (const owner of owners) joined.set(owner, [...(joined.get(owner) ?? []), line])
    })
    for (const [owner, lines] of joined) owner.lists[key] = lines
  }
  if (
    tables.some((table) => listOfSheet(table)?.key === 'materials') ||
    Object.values(result.columns).includes('materials')
  ) {
    const without = result.rows.filter(({ lists }) => (lists.materials ?? []).length === 0).length
    if (without > 0) result.missing['申请材料'] = without
  }
}

/** One code may have many variants; each is a matter of its own. */
export const keyOf = ({ code, handleItem }: { code: string; handleItem: string | null }): string =>
  `${code}\n${handleItem ?? ''}`

/** The address is shown as a code to scan: nothing but the web may come through. */
const webAddress = (text: string): string => (/^https?:\/\/\S+$/i.test(text) ? text : '')

/** A spreadsheet keeps 15 digits of a number; whatever was longer is gone. */
function numberFault(code: Cell): string | null {
  if (code === null || typeof code === 'string' || code.number.replace(/\D/g, '').length <= 15) return null
  return '实施编码被表格软件当成了数字，后面几位丢了，请把那一列设成“文本”再导出'
}

function faultOf(
  { name, code, handleItem, department, values }: SourceRow,
  seen: ReadonlyMap<string, number>,
): string | null {
  if (name === '') return '没有事项名称'
  if (
    /^(HTTP )?(404|500|502|503)\b|页面不存在|页面未找到|系统(错误|繁忙)|Not Found|Internal Server Error|Bad Gateway/i.test(
      name,
    )
  )
    return '这一行是出错页面，不是事项'
  if (code === '') return '没有实施编码'
  if (/^\d(\.\d+)?E\+?\d+$/i.test(code)) return `实施编码被表格软件改成了数字（${code}），请把那一列设成“文本”再导出`
  if (code.length > 60) return '实施编码太长'
  if (department === '') return '没有部门'
  if (values.situations !== undefined && !situations.safeParse(jsonOf(values.situations)).success)
    return '读不懂“情形问答”这一格'
  const before = seen.get(keyOf({ code, handleItem }))
  return before === undefined
    ? null
    : handleItem === ''
      ? `实施编码和第 ${before} 行一样`
      : `实施编码和业务办理项编码和第 ${before} 行一样`
}
