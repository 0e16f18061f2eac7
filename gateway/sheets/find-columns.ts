import { type Field, knownHeadings, namesIn, unitIn } from './headings.ts'
import { type Cell, type Table, isEmptyCell, textOf } from './table.ts'

/** Which column holds which field; `first` = index of the first row of data. */
export interface Header<Key extends string = string> {
  columns: ReadonlyMap<Key, number>
  /** The headings as they stand, by column; of two rows joined: 办结时限法定. */
  titles: readonly string[]
  /** Headings that are neither a field nor known as not needed. */
  unknown: readonly string[]
  /** The unit that a heading gives to its column. */
  units: ReadonlyMap<Key, '工作日' | '自然日'>
  first: number
}
export interface Wanted<Key extends string = string> {
  fields: readonly (Field & { key: Key })[]
  /** Headings that are known and not needed. */
  unused?: ReadonlySet<string>
  /** Headings of this source alone → field. */
  own?: Readonly<Record<string, string>>
  /** Which columns make a row the heading. */
  needed: (columns: ReadonlySet<Key>) => boolean
}
const SEARCHED_ROWS = 20

/** One heading: what it may be called, best first, and how it is shown. */
interface Heading {
  names: readonly string[]
  title: string
}

/**
 * The heading of a table: one row, machine names with Chinese below, or two rows of which the upper one groups (办结时限: 法定, 承诺); titles may
 * stand above. null = no row has what is needed.
 */
export function findColumns<Key extends string>(table: Table, wanted: Wanted<Key>): Header<Key> | null {
  const known = knownHeadings(wanted.fields, wanted.own)
  const isKnown = (cell: Cell | undefined): boolean =>
    namesIn(textOf(cell)).some((name) => known.has(name) || wanted.unused?.has(name))
  const taken = (headings: readonly Heading[]): Map<Key, number> => columnsOf<Key>(headings, known, table.hiddenColumns)
  for (let at = 0; at < Math.min(table.rows.length, SEARCHED_ROWS); at += 1) {
    const row = table.rows[at] ?? []
    const below = table.rows[at + 1] ?? []
    const single = row.map((cell): Heading => ({ names: namesIn(textOf(cell)), title: textOf(cell).trim() }))
    const joined = join(row, below)
    const alone = taken(single)
    const both = taken(joined)
    const belowAlone = taken(below.map((cell) => ({ names: namesIn(textOf(cell)), title: '' })))
    const isEnough = wanted.needed(new Set(alone.keys()))
    // Cells that are merged over both rows make the lower one a whole heading too: the upper one still says what it groups.
    const addsToBelow = both.size > belowAlone.size || isEnough
    const isJoined = both.size > alone.size && addsToBelow && wanted.needed(new Set(both.keys()))
    if (!isJoined && !isEnough) continue
    const cells = below.filter((cell) => !isEmptyCell(cell))
    const isDouble = cells.length > 0 && cells.filter(isKnown).length * 2 >= cells.length
    const headings = isJoined ? joined : single
    const columns = isJoined ? both : alone
    const unknown = headings.filter(
      ({ names, title }) => title !== '' && !names.some((name) => known.has(name) || wanted.unused?.has(name)),
    )
    return {
      columns,
      titles: headings.map(({ title }) => title),
      unknown: [...new Set(unknown.map(({ title }) => title.replace(/\s+/g, '')))],
      units: new Map(
        [...columns].flatMap(([key, column]): [Key, '工作日' | '自然日'][] => {
          const unit = unitIn(headings[column]?.title ?? '')
          return unit === null ? [] : [[key, unit]]
        }),
      ),
      first: afterNumbers(table, at + (isJoined || isDouble ? 2 : 1)),
    }
  }
  return null
}

/** A group stands over all columns up to the next one. */
function join(row: readonly Cell[], below: readonly Cell[]): Heading[] {
  let group = ''
  return Array.from({ length: Math.max(row.length, below.length) }, (_, column) => {
    const above = textOf(row[column]).trim()
    if (above !== '') group = above
    const own = textOf(below[column]).trim()
    if (own === '' || own === above) return { names: namesIn(above), title: above }
    const names = [...namesIn(own), ...namesIn(`${group}${own}`), ...namesIn(`${own}${group}`)]
    return { names, title: `${group}${own}` }
  })
}

/** Of two columns for one field the one with the more official heading wins, and one that is seen before one that is hidden. */
function columnsOf<Key extends string>(
  headings: readonly Heading[],
  known: ReturnType<typeof knownHeadings>,
  hidden: ReadonlySet<number>,
): Map<Key, number> {
  const best = new Map<Key, { column: number; rank: number }>()
  for (const [column, { names }] of headings.entries()) {
    const found = names.map((name) => known.get(name)).find((one) => one !== undefined)
    if (!found) continue
    const rank = found.rank + (hidden.has(column) ? 1_000 : 0)
    if (rank < (best.get(found.key as Key)?.rank ?? Number.POSITIVE_INFINITY))
      best.set(found.key as Key, { column, rank })
  }
  return new Map([...best].map(([key, { column }]) => [key, column]))
}

/** Some forms number their columns below the heading: 1, 2, 3 … */
function afterNumbers({ rows }: Table, first: number): number {
  const cells = (rows[first] ?? []).map((cell) => textOf(cell).trim()).filter((text) => text !== '')
  return cells.length > 2 && cells.every((text, nth) => Number(text) === nth + 1) ? first + 1 : first
}
