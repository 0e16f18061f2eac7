import type { CatalogueEntry } from './entry.ts'

/** `marks`: the matched characters of the name as [from, to), for the highlight. */
export interface Found {
  entry: CatalogueEntry
  marks: [from: number, to: number][]
}
