import { type Table, isEmptyRow, textOf } from '../../sheets/table.ts'
import { type ChosenSheets, type MatterHeader, type RowKey, someHeader } from './choose-sheets.ts'
import { type DepartmentOf, departmentsOfSheet } from './departments-of-sheet.ts'
import type { FieldKey } from './matter-fields.ts'
import { spareCodes } from './other-headings.ts'

/** What a list of matters should say of each, with the heading that a message asks for. */
export const wished = {
  department: ['department', '部门'],
  parentName: ['parentName', '主项名称'],
  name: ['name', '事项名称'],
  code: ['code', '实施编码'],
  kind: ['kind', '事项类型'],
  url: ['onlineUrl', '在线办理链接'],
} as const satisfies Record<string, readonly [FieldKey, string]>

/** A sheet of matters with all that it takes to read its rows. */
export interface OpenSheet {
  table: Table
  header: MatterHeader
  columns: ReadonlyMap<RowKey, number>
  departmentOf: DepartmentOf
  /** How its rows are named when the file has several sheets. */
  place: (row: number) => string
  isOneOfSeveral: boolean
}

/** A message = what it lacks. */
export function openSheet(table: Table, header: MatterHeader, { matters }: ChosenSheets): OpenSheet | string {
  const columns = new Map(header.columns)
  const spare = columns.has('code') ? null : spareColumn(table, header)
  if (spare !== null) columns.set('code', spare)
  const isOneOfSeveral = matters.length > 1
  const departmentOf = departmentsOfSheet(table, header, isOneOfSeveral)
  const absent = [
    ...(columns.has('name') || columns.has('subName') ? [] : [wished.name[1]]),
    ...(columns.has('code') ? [] : [wished.code[1]]),
    ...(departmentOf.isKnown ? [] : [wished.department[1]]),
  ]
  if (absent.length > 0) return lacking(absent, header)
  return {
    table,
    header,
    columns,
    departmentOf,
    isOneOfSeveral,
    place: (row) => (isOneOfSeveral ? `“${table.name ?? ''}”表第 ${row} 行` : `第 ${row} 行`),
  }
}

const firstRow = `第一行要有：${Object.values(wished)
  .map(([, title]) => title)
  .join('、')}。`
function lacking(absent: readonly string[], { columns, titles, unknown }: MatterHeader): string {
  const known = [...columns.values()].map((at) => titles[at] ?? '').filter((title) => title !== '')
  return (
    `表头缺少“${absent.join('、')}”。认出的列：${known.join('、') || '没有'}。` +
    `${unknown.length === 0 ? '' : `没有认出的列：${unknown.slice(0, 30).join('、')}。`}请把列名改成“${absent.join('、')}”，或加上这一列。`
  )
}
/** Why no table of a file is one of matters, with what would make it one. */
export function noHeading(tables: readonly Table[], notes: readonly string[]): string {
  const [some] = tables.flatMap((table) => someHeader(table) ?? [])
  const why = some ? lacking(['事项名称', '实施编码', '部门'], some) : `表头缺少“事项名称、实施编码、部门”。${firstRow}`
  return [why, ...notes].join('')
}

/** A template without 实施编码 still names its matters somehow: a column without gaps and doubles. */
function spareColumn(table: Table, { titles, first }: MatterHeader): number | null {
  for (const name of spareCodes) {
    const at = titles.findIndex((title) => title.toLowerCase() === name.toLowerCase())
    if (at < 0) continue
    const codes = table.rows.slice(first).flatMap((cells) => (isEmptyRow(cells) ? [] : [textOf(cells[at]).trim()]))
    if (!codes.includes('') && new Set(codes).size === codes.length) return at
  }
  return null
}
