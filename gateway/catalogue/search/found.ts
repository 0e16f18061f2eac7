import type { CatalogueEntry } from './entry.ts'

/**
 * `marks`: the matched characters of the name as [from, to), for the highlight. `why`: what was said that led here, when the name does not
 * show it (开饭店 → 食品经营许可证); else null.
 */
export interface Found {
  entry: CatalogueEntry
  marks: [from: number, to: number][]
  why: string | null
}
