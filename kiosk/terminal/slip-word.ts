import type { SlipView } from '../../gateway/contract/view-parts.ts'
import type { Word } from './words.ts'

/** A slip that did not surely come out: the screen then says what to do instead. */
export const isSlipInDoubt = (slip: SlipView | null): boolean => slip?.state === 'failed' || slip?.state === 'unknown'

/** What the terminal says of the paper; null (not known yet) reads as on its way. */
export function slipWord(slip: SlipView | null): Word {
  switch (slip?.state) {
    case 'failed':
    case 'unknown':
      return `fault_${slip.fault ?? 'printer-error'}`
    case 'printed':
      return 'printed'
    case 'none':
      return 'noSlip'
    case 'queued':
    case 'printing':
    case undefined:
      return 'printing'
  }
}

/** A number without a slip from the start: it is on the screen, and the phone takes it along. */
export const isPaperless = (slip: SlipView | null): boolean => slip?.state === 'none'
