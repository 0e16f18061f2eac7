import { type FieldKey, matterFields, unusedHeadings } from './matter-fields.ts'
import { type Cell, type Table, textOf } from './table.ts'

/** Which column holds which field; `first` = index of the first row of data. */
export interface Header {
  columns: ReadonlyMap<FieldKey, number>
  titles: readonly string[]
  first: number
}
const SEARCHED_ROWS = 10

/** How a heading is compared: 篇扩受理条件/pkrequirements has two names; marks like * and （必填） do not count. */
const namesIn = (heading: string): string[] =>
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

const known = new Map<string, { key: FieldKey; rank: number }>()
for (const { key, title, also } of matterFields)
  for (const [rank, name] of [title, ...also].entries()) if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), { key, rank })
const unused = new Set<string>(unusedHeadings.map((name) => name.toLowerCase()))
const isHeading = (cell: Cell | undefined): boolean => namesIn(textOf(cell)).some((name) => known.has(name) || unused.has(name))

/** The heading row: machine names in row 1 with Chinese in row 2, Chinese alone, or below a title. null = no row names the matters. */
export function findHeader({ rows }: Table): Header | null {
  for (let at = 0; at < Math.min(rows.length, SEARCHED_ROWS); at += 1) {
    const columns = columnsOf(rows[at] ?? [])
    if (!columns.has('name') || columns.size < 2) continue
    const below = (rows[at + 1] ?? []).filter((cell) => textOf(cell).trim() !== '')
    const isDouble = below.length > 0 && below.filter(isHeading).length * 2 >= below.length
    return { columns, titles: (rows[at] ?? []).map((cell) => textOf(cell).trim()), first: at + (isDouble ? 2 : 1) }
  }
  return null
}

/** Of two columns for one field the one with the more official heading wins. */
function columnsOf(row: readonly Cell[]): Map<FieldKey, number> {
  const best = new Map<FieldKey, { column: number; rank: number }>()
  for (const [column, cell] of row.entries()) {
    for (const name of namesIn(textOf(cell))) {
      const found = known.get(name)
      if (found && found.rank < (best.get(found.key)?.rank ?? Number.POSITIVE_INFINITY)) best.set(found.key, { column, rank: found.rank })
    }
  }
  return new Map([...best].map(([key, { column }]) => [key, column]))
}
