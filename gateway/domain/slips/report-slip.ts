import type { Report } from '../../contract/commands.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { OfficeEvent } from '../events.ts'
import type { OfficeState } from '../office-state.ts'

/**
 * What the printer's side learnt about one slip. A report about an older copy is out of date; a printed slip stays printed;
 * the same fault again is no news, so the log does not grow while a printer is out of paper.
 */
export function reportSlip(state: OfficeState, report: Extract<Report, { type: 'report-slip' }>): Decision {
  const slip = state.line.tickets.get(report.ticketId)?.slip
  if (!slip) return refuse('unknown-ticket')
  if (slip.copy !== report.copy || slip.state === 'printed') return refuse('already-so')
  if (slip.state === report.outcome && slip.fault === report.fault) return refuse('already-so')
  const about = { ticketId: report.ticketId, copy: report.copy }
  const events: Record<typeof report.outcome, OfficeEvent> = {
    printing: { type: 'slip-printing', ...about },
    printed: { type: 'slip-printed', ...about },
    failed: { type: 'slip-failed', ...about, fault: report.fault },
    unknown: { type: 'slip-unknown', ...about, fault: report.fault },
  }
  return accept([events[report.outcome]], { ticketId: report.ticketId })
}
