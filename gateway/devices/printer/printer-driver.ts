import type { SlipFault } from '../../contract/commands.ts'
import type { PrinterCondition } from './status.ts'

export interface PrintResult {
  /** failed = certain that nothing came out; unknown = a person must look. */
  outcome: 'printed' | 'failed' | 'unknown'
  fault: SlipFault | null
  /** What the printer said of itself; null = it must be asked anew. */
  condition: PrinterCondition | null
}

/** What every printer can be asked, whatever its language and its link. */
export interface PrinterDriver {
  ask(): Promise<PrinterCondition>
  /** `ready` is called when the printer said that it can print, before the first byte of the slip leaves. */
  print(slip: () => Promise<Uint8Array>, ready: () => Promise<void>): Promise<PrintResult>
}
