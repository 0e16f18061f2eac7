import type { ScanAnswer } from '../../../gateway/contract/signals.ts'
import type { Press } from '../visit.ts'
import type { Refused } from '../refusal-words.ts'
import type { Word } from '../words.ts'

/** Where a scanned code leads, or the sentence that is said instead; a refusal is said in the visitor's language. */
export type ScanEffect = { press: Press } | { word: Word } | { refused: Refused }

export function effectOf(scan: ScanAnswer): ScanEffect {
  switch (scan.kind) {
    case 'slip':
      return { press: { type: 'scan-ticket', ticket: scan.ticket, isNew: false } }
    case 'appointment':
      if (scan.ticket) return { press: { type: 'scan-ticket', ticket: scan.ticket, isNew: true } }
      if (scan.message === null) return { word: 'scanNoAppointment' }
      return { refused: { code: scan.refusal?.code ?? '', details: scan.refusal?.details, message: scan.message } }
    case 'receipt':
      return { press: { type: 'scan-receipt', receipt: scan.receipt } }
    case 'matter':
      return { press: { type: 'scan-matter', id: scan.matterId } }
    case 'old-slip':
      return { word: 'scanOldSlip' }
    case 'unknown':
      return { word: 'scanUnknown' }
  }
}
