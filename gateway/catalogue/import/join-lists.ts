import { clean, cleanLines, cleanRows } from '../../sheets/clean-text.ts'
import { type Header, findColumns } from '../../sheets/find-columns.ts'
import { namesIn } from '../../sheets/headings.ts'
import { codeText, unmarked } from '../../sheets/neutral-cell.ts'
import { type Table, isEmptyRow, textOf } from '../../sheets/table.ts'
import type { MatterField } from './field.ts'
import { type ListKey, listSheets } from './list-fields.ts'
import { matterFields } from './matter-fields.ts'
import { jsonOf } from './read-field.ts'

/** One line of a list of a matter: field → text, `{ name: '申请人身份证', form: '原件' }`. */
export type ListRow = Record<string, string>
export type Lists = Partial<Record<ListKey, ListRow[]>>

const keyFields = matterFields.filter(({ key }) => key === 'code' || key === 'handleItem' || key === 'id')
const listKeys = Object.keys(listSheets) as ListKey[]
/** A list's own word for its lines: 材料名称. */
const leading = (key: ListKey): string => listSheets[key].fields[0].key

/** Which list a sheet holds: its heading has the code and the list's leading word; of several the one that knows most of its headings. */
export function listOfSheet(table: Table): ListSheet | null {
  const fits = listKeys.flatMap((key) => {
    const header = findColumns<string>(table, {
      fields: [...keyFields, ...listSheets[key].fields],
      needed: (columns) => columns.has('code') && columns.has(leading(key)),
    })
    return header
      ? [{ key, header, score: header.columns.size + (table.name?.includes(listSheets[key].sheet) ? 100 : 0) }]
      : []
  })
  return fits.sort((one, other) => other.score - one.score)[0] ?? null
}

export interface ListSheet {
  key: ListKey
  header: Header
}

/** Whose line it is. `handleItem` '' = of every variant; `id` is there in our own export only. */
export interface ListOwner {
  code: string
  handleItem: string
  id: string
}

/** The rows of such a sheet, each with its matter; a line without one belongs to the matter of the line above it. */
export function readListSheet(
  table: Table,
  { key, header }: ListSheet,
  give: (owner: ListOwner, line: ListRow, row: number) => void,
): void {
  const fields: readonly MatterField[] = listSheets[key].fields
  let owner: ListOwner = { code: '', handleItem: '', id: '' }
  for (const [index, cells] of table.rows.entries()) {
    if (index < header.first || isEmptyRow(cells)) continue
    const at = (name: string): string => unmarked(textOf(cells[header.columns.get(name) ?? -1]))
    const own = {
      code: clean(codeText(at('code'))),
      handleItem: clean(codeText(at('handleItem'))),
      id: clean(at('id')),
    }
    if (own.code !== '' || own.id !== '') owner = own
    const line = tidy(fields, Object.fromEntries(fields.map((field) => [field.key, at(field.key)])))
    if (line[leading(key)] !== undefined) give(owner, line, index + 1)
  }
}

/** A list inside one cell: JSON (objects or words), else one entry on each line, with the numbers before them taken off. */
export function listInCell(key: ListKey, text: string): ListRow[] {
  const fields: readonly MatterField[] = listSheets[key].fields
  const read = text.trimStart().startsWith('[') ? jsonOf(text) : undefined
  if (Array.isArray(read))
    return read.flatMap((one: unknown) =>
      withName(key, typeof one === 'object' && one !== null ? named(fields, one) : plain(key, String(one))),
    )
  const rows = cleanRows(text)
  const listed = tableInCell(key, rows)
  if (listed) return listed
  const lines = rows
    .map((cells) => cells.join(' '))
    .join('\n')
    .split(key === 'steps' ? /\n|→|-+>/ : '\n')
  return lines.flatMap((line) => withName(key, plain(key, line.trim())))
}

/** A table that was pasted into the cell, with its own heading: 序号, 材料名称, 份数. null = it is none. */
function tableInCell(key: ListKey, rows: readonly string[][]): ListRow[] | null {
  const [head = [], ...body] = rows
  const fields: readonly MatterField[] = listSheets[key].fields
  const columns = Object.keys(named(fields, Object.fromEntries(head.map((title) => [title, 'x']))))
  if (head.length < 2 || body.length === 0 || !columns.includes(leading(key))) return null
  return body.flatMap((cells) =>
    withName(key, named(fields, Object.fromEntries(head.map((title, at) => [title, cells[at] ?? ''])))),
  )
}

const plain = (key: ListKey, text: string): ListRow =>
  tidy(listSheets[key].fields, { [leading(key)]: key === 'legalBasis' ? text : unnumbered(text) })
const withName = (key: ListKey, line: ListRow): ListRow[] => (line[leading(key)] === undefined ? [] : [line])
/** 1. 1、 （1） ① */
const unnumbered = (text: string): string =>
  text.replace(/^\s*(?:[（(]\d{1,2}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳])\s*/u, '').replace(/[；;。]$/u, '')

function named(fields: readonly MatterField[], one: object): ListRow {
  const row: ListRow = {}
  for (const [heading, value] of Object.entries(one) as [string, unknown][]) {
    const names = namesIn(heading)
    const field = fields.find(({ key, title, also }) =>
      [key, title, ...also].some((known) => names.includes(known.toLowerCase())),
    )
    if (field && value !== null && typeof value !== 'object') row[field.key] ??= String(value)
  }
  return tidy(fields, row)
}

function tidy(fields: readonly MatterField[], row: ListRow): ListRow {
  const cleaned = fields.flatMap(({ key, kind }): [string, string][] => {
    const text = (kind === 'lines' ? cleanLines : clean)(row[key] ?? '')
    return text === '' ? [] : [[key, text]]
  })
  return Object.fromEntries(cleaned)
}
