import { type Header, findColumns } from '../../sheets/find-columns.ts'
import type { Table } from '../../sheets/table.ts'
import { type ListSheet, listOfSheet } from './join-lists.ts'
import type { MatterField } from './field.ts'
import { listSheets } from './list-fields.ts'
import { type FieldKey, matterFields, rowFields } from './matter-fields.ts'
import { unusedHeadings } from './other-headings.ts'

export type RowKey = FieldKey | 'subName'
export type MatterHeader = Header<RowKey>
export interface MatterSheet {
  table: Table
  header: MatterHeader
}
export interface ChosenSheets {
  matters: MatterSheet[]
  lists: { table: Table; list: ListSheet }[]
  /** Neither. */
  others: Table[]
}

const fields: readonly (MatterField & { key: RowKey })[] = [...matterFields, ...rowFields]
const unused = new Set<string>(unusedHeadings.map((name) => name.toLowerCase()))

/** The heading of a sheet of matters. `own`: headings of this source → field keys. null = no row names the matters. */
export const findHeader = (table: Table, own: Readonly<Record<string, string>> = {}): MatterHeader | null =>
  findColumns<RowKey>(table, {
    fields,
    unused,
    own,
    needed: (columns) => (columns.has('name') || columns.has('subName')) && columns.size >= 2,
  })

/** What could be made out of a table that names no matters, for the message. */
export const someHeader = (table: Table): MatterHeader | null =>
  findColumns<RowKey>(table, { fields, unused, needed: (columns) => columns.size >= 1 })

/** Every sheet with a heading of matters is one: a book may have a sheet for each department. A list repeats their names and adds lines. */
export function chooseSheets(tables: readonly Table[], own: Readonly<Record<string, string>>): ChosenSheets {
  const chosen: ChosenSheets = { matters: [], lists: [], others: [] }
  const read = tables.map((table) => ({ table, header: findHeader(table, own), list: listOfSheet(table) }))
  const hasWhole = read.some(({ header, list }) => header?.columns.has('department') && !isList(header, list))
  for (const { table, header, list } of read) {
    const isNamed = list !== null && (table.name ?? '').includes(listSheets[list.key].sheet)
    const isPart = hasWhole && !header?.columns.has('department')
    if (list && (isNamed || isPart || isList(header, list))) chosen.lists.push({ table, list })
    else if (header) chosen.matters.push({ table, header })
    else chosen.others.push(table)
  }
  return chosen
}
const isList = (header: MatterHeader | null, list: ListSheet | null): boolean =>
  list !== null && (header === null || list.header.columns.size >= header.columns.size)
