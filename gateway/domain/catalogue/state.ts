import type { MatterChange } from '../../contract/matter-edits.ts'
import type { ImportCounts } from './events.ts'

/** One import that still counts, with what it stands on. */
export interface CatalogueImport {
  importId: string
  hash: string
  before: string | null
  source: string
  /** null = it is not known. */
  file: string | null
  counts: ImportCounts
  at: number
  by: string
}

export interface CatalogueState {
  /** Imports that count, the last one last: its hash is the catalogue. */
  imports: CatalogueImport[]
  /** What the hall says of its matters itself: the hash of all of it, and the last changes, the newest last. */
  edits: { hash: string | null; changes: MatterChange[] }
}

export const noImports = (): CatalogueState => ({ imports: [], edits: { hash: null, changes: [] } })
