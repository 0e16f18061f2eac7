import type { PaperRoll } from './paper-roll.ts'

/** A roll lasts longer than a day. */
export interface PrintersState {
  /** By printer. */
  rolls: Map<string, PaperRoll>
}

export const emptyPrinters = (): PrintersState => ({ rolls: new Map() })
