import type { MatterEditReport } from '../../contract/matter-edits.ts'

/** Facts about the catalogue: its content lies beside the log under its hash, and is there before the log names it. */
export type CatalogueEvent =
  | {
      type: 'catalogue-imported'
      importId: string
      hash: string
      before: string | null
      source: string
      /** Left out where it is not known, and by older logs. */
      file?: string | undefined
      counts: ImportCounts
    }
  /** The hall said itself how matters are, over whatever their source says. `hash` null = nothing is said any more. */
  | ({ type: 'matters-edited'; editId: string } & Omit<MatterEditReport, 'type'>)
  /** Back to what was there before the last import; `hash` null = nothing imported. */
  | { type: 'catalogue-restored'; importId: string; hash: string | null }

export interface ImportCounts {
  added: number
  changed: number
  removed: number
  total: number
}
