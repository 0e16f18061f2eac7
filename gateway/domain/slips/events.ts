import type { PaperLevel, SlipFault } from '../../contract/commands.ts'
import type { WayGoal } from '../../contract/ways/way-goal.ts'

/** All matters and numbers of one errand. */
export interface ErrandPaper {
  code: string
  items: { matterId: string; ticketId: string | null }[]
}

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
      /** null = ordered at a counter. */
      terminalId: string | null
      printerId: string
      matterId: string | null
      flowId: string | null
      answers: Record<string, string>
      brought: string[]
      /** All that a clerk found missing for this number, and nothing else; not there = the whole list of a matter. */
      lacking?: { counterId: string; number: string; missing: string[] }
      /** The errand of one visitor: all its matters and numbers on one paper. */
      errand?: ErrandPaper
    }
  | {
      type: 'way-ordered'
      terminalId: string
      printerId: string
      goal: WayGoal
      stepFree: boolean
      language: 'zh-Hans' | 'en'
    }
