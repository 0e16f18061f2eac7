import { type Field, type FieldKey, matterFields, unusedHeadings } from './matter-fields.ts'
import { type Cell, type Table, textOf } from './table.ts'

/** Which column holds which field; `first` = index of the first row of data. */
export interface Header {
  columns: ReadonlyMap<FieldKey, number>
  titles: readonly string[]
  first: number
}
const SEARCHED_ROWS = 10

/** How a heading is compared: 篇扩受理条件/pkrequirements has two names; marks like * and （必填） do not count. */
export const namesIn = (heading: string): string[] =>
  heading
    .normalize('NFKC')
    .split('/')
    .map((part) =>
      part
        .replace(/\((?:必填|选填)\)|[\s*]/g, '')
        .replace(/^篇扩/, '')
        .toLowerCase(),
    )
    .filter((part) => part !== '')

type Known = ReadonlyMap<string, { key: string; rank: number }>
/** Headings → field. A heading that a source has of its own goes before all others. */
function knownHeadings(fields: readonly Field[], own: Readonly<Record<string, string>> = {}): Known {
  const known = new Map<string, { key: string; rank: number }>()
  for (const [heading, key] of Object.entries(own))
    for (const name of namesIn(heading)) known.set(name, { key, rank: -1 })
  for (const { key, title, also } of fields)
    for (const [rank, name] of [title, ...also].entries())
      if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), { key, rank })
  return known
}
const national = knownHeadings(matterFields)
const unused = new Set<string>(unusedHeadings.map((name) => name.toLowerCase()))
const isHeading = (known: Known, cell: Cell | undefined): boolean =>
  namesIn(textOf(cell)).some((name) => known.has(name) || unused.has(name))

/**
 * The heading row: machine names in row 1 with Chinese in row 2, Chinese alone, or below a title. null = no row names the matters.
 * `own`: headings of this source → field keys.
 */
export function findHeader(table: Table, own: Readonly<Record<string, string>> = {}): Header | null {
  const known = Object.keys(own).length === 0 ? national : knownHeadings(matterFields, own)
  const found = headingRow(table, known, (columns) => columns.has('name') && columns.size >= 2)
  return found as Header | null
}

/** The same for any list of fields: `needed` says which columns make a row the heading. */
export function findColumns(
  table: Table,
  fields: readonly Field[],
  needed: (columns: ReadonlyMap<string, number>) => boolean,
): ListHeader | null {
  return headingRow(table, knownHeadings(fields), needed)
}
export interface ListHeader {
  columns: ReadonlyMap<string, number>
  titles: readonly string[]
  first: number
}

function headingRow(
  { rows }: Table,
  known: Known,
  needed: (columns: ReadonlyMap<string, number>) => boolean,
): ListHeader | null {
  for (let at = 0; at < Math.min(rows.length, SEARCHED_ROWS); at += 1) {
    const columns = columnsOf(rows[at] ?? [], known)
    if (!needed(columns)) continue
    const below = (rows[at + 1] ?? []).filter((cell) => textOf(cell).trim() !== '')
    const isDouble = below.length > 0 && below.filter((cell) => isHeading(known, cell)).length * 2 >= below.length
    return { columns, titles: (rows[at] ?? []).map((cell) => textOf(cell).trim()), first: at + (isDouble ? 2 : 1) }
  }
  return null
}

/** Of two columns for one field the one with the more official heading wins. */
function columnsOf(row: readonly Cell[], known: Known): Map<string, number> {
  const best = new Map<string, { column: number; rank: number }>()
  for (const [column, cell] of row.entries()) {
    for (const name of namesIn(textOf(cell))) {
      const found = known.get(name)
      if (found && found.rank < (best.get(found.key)?.rank ?? Number.POSITIVE_INFINITY))
        best.set(found.key, { column, rank: found.rank })
    }
  }
  return new Map([...best].map(([key, { column }]) => [key, column]))
}
