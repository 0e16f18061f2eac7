/** Facts about the catalogue: its content lies beside the log under its hash, and is there before the log names it. */
export type CatalogueEvent =
  | {
      type: 'catalogue-imported'
      importId: string
      hash: string
      before: string | null
      source: string
      counts: ImportCounts
    }
  /** Back to what was there before the last import; `hash` null = nothing imported. */
  | { type: 'catalogue-restored'; importId: string; hash: string | null }

export interface ImportCounts {
  added: number
  changed: number
  removed: number
  total: number
}
