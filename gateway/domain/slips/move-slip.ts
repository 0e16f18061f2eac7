import type { Report } from '../../contract/commands.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'

/**
 * A slip that certainly did not come out goes to the printer that stands in. It stays the same copy: there is one paper. Refuses
 * one that is out of date, and one that may have come out.
 */
export function moveSlip(
  hallModel: HallModel,
  state: OfficeState,
  { ticketId, copy, printerId }: Extract<Report, { type: 'move-slip' }>,
): Decision {
  const slip = state.line.tickets.get(ticketId)?.slip
  if (!slip) return refuse('unknown-ticket')
  if (!hallModel.hall.printers.some((printer) => printer.id === printerId))
    return refuse('unknown-printer', { printer: printerId })
  if (slip.copy !== copy || slip.state !== 'failed' || slip.printerId === printerId) return refuse('already-so')
  return accept([{ type: 'slip-queued', ticketId, copy, printerId }], { ticketId })
}
