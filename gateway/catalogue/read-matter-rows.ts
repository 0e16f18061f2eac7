import { clean } from '../sheets/clean-text.ts'
import { codeText, unmarked } from '../sheets/neutral-cell.ts'
import { isNothing } from '../sheets/no-value.ts'
import { readTables } from '../sheets/read-tables.ts'
import { momentText } from '../sheets/read-time.ts'
import { type Cell, type Table, damaged, isDamaged, isEmptyRow, textOf } from '../sheets/table.ts'
import { type MatterHeader, type RowKey, chooseSheets } from './import/choose-sheets.ts'
import { type CodeTables, wordOfCode } from './import/code-tables.ts'
import { doubtfulCodes, numberFault } from './import/doubtful-code.ts'
import { listInCell } from './import/join-lists.ts'
import { joinSheets } from './import/join-sheets.ts'
import { type ListKey, listSheets } from './import/list-fields.ts'
import { type FieldKey, matterFields } from './import/matter-fields.ts'
import { type OpenSheet, noHeading, openSheet, wished } from './import/open-matter-sheet.ts'
import { isNoLimit, readLimit } from './import/read-limit.ts'
import { faultOf } from './import/row-fault.ts'
import { continuedBy } from './import/continued-row.ts'
import { type ReadRows, type SourceRow, keyOf } from './source-row.ts'

/** What is known of a source from earlier: its headings (→ field), its codes, which differ by province, and its departments (→ the hall's id). */
export interface SourceHabits {
  columns: Record<string, string>
  codes: CodeTables
  departments: Record<string, string>
}
const noHabits: SourceHabits = { columns: {}, codes: {}, departments: {} }

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
const daysFields = ['statutoryDays', 'promisedDays'] as const
const codeFields = [
  'code',
  'handleItem',
  'basicCode',
  'localCode',
  'departmentCode',
  'rowId',
  'id',
  'variantOf',
] as const
const isCodeField = (key: FieldKey): boolean => codeFields.some((one) => one === key)

/**
 * Reads the sheets of matters: xlsx, csv or JSON. All sheets with a fitting heading are read. A file that is none is refused as a whole, in
 * words; single bad rows are told.
 */
export async function readMatterRows(
  bytes: Uint8Array,
  habits = noHabits,
): Promise<({ ok: true } & ReadRows) | { ok: false; message: string }> {
  const read = readTables(bytes)
  if (!read.ok) return read
  const chosen = chooseSheets(read.tables, habits.columns)
  const result: ReadRows = {
    rows: [],
    rejected: [],
    missing: {},
    columns: {},
    ignored: [],
    unknown: [],
    notes: [...read.notes],
  }
  const seen = new Map<string, string>()
  const taken: Table[] = []
  let absent: string | null = null
  for (const { table, header } of chosen.matters) {
    const opened = openSheet(table, header, chosen)
    if (typeof opened === 'string') {
      absent ??= opened
      result.ignored.push(table.name ?? '')
      continue
    }
    taken.push(table)
    readSheetRows(opened, habits, seen, result)
  }
  if (taken.length === 0) return { ok: false, message: absent ?? noHeading(read.tables, read.notes) }
  joinSheets(chosen, result)
  if (result.rows.length + result.rejected.length === 0)
    result.notes.push('表里只有表头，没有一行事项。请检查是不是导出时没有选数据。')
  return { ok: true, ...result }
}

function readSheetRows(sheet: OpenSheet, habits: SourceHabits, seen: Map<string, string>, result: ReadRows): void {
  const { table, header, columns, departmentOf, place, isOneOfSeveral } = sheet
  const doubts = doubtfulCodes(table, header.first, columns.get('code') ?? -1)
  const reject = (row: number, reason: string): void =>
    void result.rejected.push({ row, reason: isOneOfSeveral ? `“${table.name ?? ''}”表：${reason}` : reason })
  const count = (title: string): void => void (result.missing[title] = (result.missing[title] ?? 0) + 1)
  let before: SourceRow | null = null
  let kind = ''
  for (const [key, at] of columns)
    if ((header.titles[at] ?? '') !== '' && key !== 'subName') result.columns[header.titles[at] ?? ''] = key
  for (const title of header.unknown) if (!result.unknown.includes(title)) result.unknown.push(title)
  const fields = matterFields.filter(({ key }) => columns.has(key))
  for (const [index, cells] of table.rows.entries()) {
    if (index < header.first || isEmptyRow(cells)) continue
    const row = index + 1
    const section = departmentOf.section(index)
    if (section === 'remark') {
      reject(row, '这一行只有一格，不是事项')
      continue
    }
    if (section !== null) {
      kind = section.kind === 'kind' ? section.text : kind
      continue
    }
    const at = (key: RowKey): Cell => cells[columns.get(key) ?? -1] ?? null
    const raw = (key: RowKey): string => {
      const text = textOf(at(key))
      return isNothing(text) ? '' : unmarked(text)
    }
    const value = (key: RowKey): string => clean(raw(key))
    if (isHeadingAgain(header, cells, columns)) continue
    if (isDamaged(cells)) {
      reject(row, damaged)
      continue
    }
    const values: SourceRow['values'] = {}
    for (const { key, kind: how } of fields) {
      const text = how === 'day' ? momentText(at(key)) : isCodeField(key) ? codeText(raw(key)) : raw(key)
      if (text.trim() !== '') values[key] = text
    }
    for (const key of daysFields) {
      const unit = header.units.get(key)
      if (values[key] !== undefined && unit !== undefined) values[key] = withUnit(values[key], unit)
    }
    const sub = value('subName')
    const named = clean(unmarked(textOf(at('name'))))
    const one: SourceRow = {
      row,
      department: departmentOf.of(index, value('department')),
      parentName: value('parentName') || (sub === '' ? '' : named),
      name: sub || named || (columns.has('subName') ? value('parentName') : ''),
      code: clean(codeText(raw('code'))),
      handleItem: clean(codeText(raw('handleItem'))),
      // A code that no table knows is no word that a visitor should read.
      kind: (wordOfCode('kind', value('kind') || value('kindCode'), habits.codes) ?? '') || kind,
      url: webAddress(value('onlineUrl')),
      values,
      lists: {},
      doubt: doubts.get(index) ?? departmentOf.doubt(index),
    }
    if (before !== null && continuedBy(before, one)) continue
    const reason = numberFault(at('code')) ?? faultOf(one, [at('name'), at('code')], seen)
    if (reason !== null) {
      reject(row, reason)
      continue
    }
    seen.set(keyOf(one), place(row))
    for (const [key, [, title]] of Object.entries(wished)) if (one[key as keyof typeof wished] === '') count(title)
    for (const key of published)
      if (columns.has(key) && isUnsaid(key, values[key])) count(header.titles[columns.get(key) ?? -1] ?? key)
    result.rows.push(one)
    before = one
  }
  for (const one of result.rows)
    for (const key of listKeys) if (one.values[key] !== undefined) one.lists[key] ??= listInCell(key, one.values[key])
  result.notes.push(...departmentOf.notes())
}

/** A bare number is counted in the unit of its heading: 法定办结时限（工作日）. */
function withUnit(text: string, unit: string): string {
  const read = readLimit(text)
  return read !== null && read.unit === null && /\d$/.test(text.trim()) ? `${text.trim()}${unit}` : text
}
const isUnsaid = (key: FieldKey, text: string | undefined): boolean =>
  text === undefined || ((key === 'statutoryDays' || key === 'promisedDays') && isNoLimit(text))

/** Printed lists repeat their heading on every page. */
function isHeadingAgain(header: MatterHeader, cells: readonly Cell[], columns: ReadonlyMap<RowKey, number>): boolean {
  const same = [...columns.values()].filter(
    (at) => textOf(cells[at]).trim() !== '' && textOf(cells[at]).trim() === header.titles[at],
  )
  return same.length >= 2
}

/** The address is shown as a code to scan: nothing but the web may come through. */
const webAddress = (text: string): string => (/^https?:\/\/\S+$/i.test(text) ? text : '')
