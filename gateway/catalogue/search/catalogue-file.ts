import type { CatalogueEntry } from './entry.ts'
import type { Lexicon } from './lexicon.ts'

/** What a page reads to search by itself: /api/v1/catalogue. */
export interface CatalogueFile {
  items: CatalogueEntry[]
  readings: Record<string, string>
  said: Lexicon
}
