import type { Command } from '../../contract/commands.ts'
import type { HolidayCalendar } from '../../contract/calendar.ts'
import { inWorkingDays } from '../../contract/working-days.ts'
import { isOffered } from '../../contract/is-offered.ts'
import type { Matter } from '../../contract/matter.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'

type ApprovalCommand = Extract<
  Command,
  {
    type: 'accept-approval' | 'ask-more' | 'supply-more' | 'note-leg' | 'finish-leg' | 'deliver-approval'
  }
>

/** 行政许可法 42: where a guide says no limit. */
const USUAL_LIMIT_DAYS = 20

/**
 * Refuses a flow that is none of this hall's or has fewer than two legs, a receipt that is there already; a leg that is over, or that asked already
 * (what is missing is told once); to deliver before the last leg is done.
 */
export function runApproval(
  hallModel: HallModel,
  state: OfficeState,
  command: ApprovalCommand,
  moment: Moment,
): Decision {
  if (command.type === 'accept-approval') return acceptApproval(hallModel, state, command, moment)
  const approval = state.approvals.byReceipt.get(command.receipt)
  if (!approval) return refuse('unknown-approval')
  const { receipt } = approval
  if (approval.deliveredOn !== null) return refuse('approval-over')
  const on = moment.day
  if (command.type === 'deliver-approval') {
    const open = approval.legs.find(({ finishedOn }) => finishedOn === null)
    if (open) return refuse('leg-open', { departmentName: open.departmentName })
    return accept([{ type: 'approval-delivered', receipt, on }])
  }
  if (command.type === 'supply-more') {
    const waiting = approval.legs.filter(
      ({ legId, asked, finishedOn }) =>
        asked !== null &&
        asked.suppliedOn === null &&
        finishedOn === null &&
        (command.legIds === null || command.legIds.includes(legId)),
    )
    if (waiting.length === 0) return refuse('nothing-asked')
    return accept([{ type: 'approval-leg-supplied', receipt, legIds: waiting.map(({ legId }) => legId), on }])
  }
  const leg = approval.legs.find(({ legId }) => legId === command.legId)
  if (!leg) return refuse('unknown-leg')
  if (leg.finishedOn !== null) return refuse('leg-over', { departmentName: leg.departmentName })
  const { legId } = leg
  switch (command.type) {
    case 'ask-more': {
      if (leg.asked !== null) return refuse('asked-already', { departmentName: leg.departmentName })
      const { materials, advice, until } = command
      if (until !== null && until < on) return refuse('day-is-over')
      return accept([{ type: 'approval-leg-asked', receipt, legId, on, materials, advice, until }])
    }
    case 'note-leg':
      return accept([{ type: 'approval-leg-noted', receipt, legId, words: command.words }])
    case 'finish-leg':
      if (leg.asked !== null && leg.asked.suppliedOn === null && command.result === 'approved')
        return refuse('materials-missing', { departmentName: leg.departmentName })
      return accept([
        { type: 'approval-leg-finished', receipt, legId, on, result: command.result, document: command.document },
      ])
  }
}

function acceptApproval(
  hallModel: HallModel,
  state: OfficeState,
  { flowId, receipt, ticketId, materials }: Extract<Command, { type: 'accept-approval' }>,
  moment: Moment,
): Decision {
  const flow = hallModel.hall.flows.find(({ id }) => id === flowId)
  if (!flow) return refuse('unknown-flow')
  if (state.approvals.byReceipt.has(receipt)) return refuse('receipt-taken')
  const ticket = ticketId === null ? null : state.line.tickets.get(ticketId)
  if (ticket === undefined) return refuse('unknown-ticket')
  const matters = flow.matters.flatMap((id) => hallModel.matters.get(id) ?? []).filter(isOffered)
  if (matters.length < 2) return refuse('unknown-flow')
  const legs = matters.map((matter, nth) => ({
    legId: String(nth + 1),
    matterId: matter.id,
    matterName: matter.name,
    departmentName: hallModel.departmentNames.get(matter.department) ?? matter.department,
    limitDays: limitOf(matter, moment.day, hallModel.calendar),
  }))
  return accept(
    [
      {
        type: 'approval-accepted',
        receipt,
        flowId,
        name: flow.name,
        ticketId,
        number: ticket?.number ?? null,
        on: moment.day,
        promisedDays: flow.promisedDays ?? Math.max(...legs.map(({ limitDays }) => limitDays)),
        materials,
        legs,
      },
    ],
    { ticketId },
  )
}

/** A matter's own limit in working days from the day of acceptance on: the promised, else the statutory one. */
function limitOf({ guide }: Matter, from: string, calendar: HolidayCalendar): number {
  const days = guide?.promisedDays ?? guide?.statutoryDays ?? null
  if (!guide || days === null) return USUAL_LIMIT_DAYS
  const unit = guide.promisedDays === null ? guide.statutoryUnit : guide.promisedUnit
  return inWorkingDays(from, { days, unit }, calendar)
}
