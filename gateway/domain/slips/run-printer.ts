import type { Command, Report } from '../../contract/commands.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'

/** The paper sensor of a printer changed its mind; the same again is no news. Refuses an unknown printer. */
export function reportPaper(
  hallModel: HallModel,
  state: OfficeState,
  { printerId, paper }: Extract<Report, { type: 'report-paper' }>,
): Decision {
  if (!hallModel.hall.printers.some((printer) => printer.id === printerId))
    return refuse('unknown-printer', { printer: printerId })
  if ((state.printers.rolls.get(printerId)?.paper ?? 'enough') === paper) return refuse('already-so')
  return accept([{ type: 'printer-paper', printerId, paper }])
}

/** A page that shows whether a printer is well. It is not kept waiting: a printer that cannot print now does not print it later. */
export function testPrinter(
  hallModel: HallModel,
  { printerId, what }: Extract<Command, { type: 'test-printer' }>,
): Decision {
  if (!hallModel.hall.printers.some((printer) => printer.id === printerId))
    return refuse('unknown-printer', { printer: printerId })
  return accept([{ type: 'test-page-ordered', printerId, ...(what === undefined ? {} : { what }) }])
}
