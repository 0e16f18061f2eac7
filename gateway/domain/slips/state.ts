import type { PaperRoll } from './paper-roll.ts'

/** A roll lasts longer than a day. */
export interface PrintersState {
  /** By printer: tickets of today whose paper is still to come, */
  due: Map<string, Set<string>>
  /** By printer. */
  rolls: Map<string, PaperRoll>
}

export const emptyPrinters = (): PrintersState => ({ due: new Map(), rolls: new Map() })
