import type { PaperLevel, SlipFault } from '../../contract/commands.ts'

/** The paper of a number, and what else printers were told to do. */
export type SlipEvent =
  | { type: 'slip-queued'; ticketId: string; copy: number; printerId: string }
  | { type: 'slip-printing'; ticketId: string; copy: number }
  | { type: 'slip-printed'; ticketId: string; copy: number }
  | { type: 'slip-failed'; ticketId: string; copy: number; fault: SlipFault | null }
  | { type: 'slip-unknown'; ticketId: string; copy: number; fault: SlipFault | null }
  | { type: 'printer-paper'; printerId: string; paper: PaperLevel }
  | { type: 'test-page-ordered'; printerId: string; what?: 'page' | 'slip' }
  | {
      type: 'list-ordered'
      terminalId: string
      printerId: string
      matterId: string | null
      flowId: string | null
      answers: Record<string, string>
      brought: string[]
    }
