import type { Values } from './import/guide-of-row.ts'
import type { Lists } from './import/join-lists.ts'

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
  /** Why a person should look at it first; null = no reason. */
  doubt: string | null
}
/** One code may have many variants; each is a matter of its own. */
export const keyOf = ({ code, handleItem }: { code: string; handleItem: string | null }): string =>
  `${code}\n${handleItem ?? ''}`

/** What came of a file of matters. */
export interface ReadRows {
  rows: SourceRow[]
  rejected: { row: number; reason: string }[]
  /** How often a wished-for column was empty, by its heading. */
  missing: Record<string, number>
  /** Which heading was taken for which field, to be kept for this source. */
  columns: Record<string, string>
  /** Sheets of the file that were not used. */
  ignored: string[]
  /** Headings that were not understood. */
  unknown: string[]
  /** How the file was read where it could be read in more than one way, and what of it was left out, in words. */
  notes: string[]
}
