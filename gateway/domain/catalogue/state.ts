/** One import that still counts, with what it stands on. */
export interface CatalogueImport {
  importId: string
  hash: string
  before: string | null
  source: string
  at: number
}

export interface CatalogueState {
  /** Imports that count, the last one last: its hash is the catalogue. */
  imports: CatalogueImport[]
}

export const noImports = (): CatalogueState => ({ imports: [] })
