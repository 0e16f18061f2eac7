import { addDays } from '../../contract/hall-time.ts'
import type { ApprovalEvent } from './events.ts'
import type { Approval, ApprovalLeg, ApprovalsState, CourseEntry } from './state.ts'

const KEPT_DAYS = 30
const MOST_COURSE = 100

/** Works in place, like all of evolve. `at`: epoch ms of the event. */
export function evolveApprovals(approvals: ApprovalsState, event: ApprovalEvent & { at: number }): void {
  const { at } = event
  if (event.type === 'approval-accepted') {
    const { receipt, flowId, name, ticketId, number, on, promisedDays, materials, legs } = event
    approvals.byReceipt.set(receipt, {
      receipt,
      flowId,
      name,
      ticketId,
      number,
      acceptedAt: at,
      acceptedOn: on,
      promisedDays,
      materials,
      legs: legs.map((leg) => ({ ...leg, asked: null, note: null, finishedOn: null, result: null, document: null })),
      deliveredOn: null,
      course: [{ at, what: 'accepted', legId: null, words: null }],
    })
    return
  }
  const approval = approvals.byReceipt.get(event.receipt)
  if (!approval) return
  const change = (legIds: readonly string[], to: (leg: ApprovalLeg) => Partial<ApprovalLeg>): void => {
    approval.legs = approval.legs.map((leg) => (legIds.includes(leg.legId) ? { ...leg, ...to(leg) } : leg))
  }
  switch (event.type) {
    case 'approval-leg-asked': {
      const { on, materials, advice, until } = event
      change([event.legId], () => ({ asked: { on, materials, advice, until, suppliedOn: null } }))
      return tell(approval, { at, what: 'asked', legId: event.legId, words: materials.join('、') })
    }
    case 'approval-leg-supplied':
      change(event.legIds, ({ asked }) => ({ asked: asked && { ...asked, suppliedOn: event.on } }))
      for (const legId of event.legIds) tell(approval, { at, what: 'supplied', legId, words: null })
      return
    case 'approval-leg-noted':
      change([event.legId], () => ({ note: event.words }))
      return tell(approval, { at, what: 'noted', legId: event.legId, words: event.words })
    case 'approval-leg-finished':
      change([event.legId], () => ({ finishedOn: event.on, result: event.result, document: event.document }))
      return tell(approval, { at, what: event.result, legId: event.legId, words: event.document })
    case 'approval-delivered':
      approval.deliveredOn = event.on
      return tell(approval, { at, what: 'delivered', legId: null, words: null })
  }
}

function tell(approval: Approval, entry: CourseEntry): void {
  approval.course = [...approval.course, entry].slice(-MOST_COURSE)
}

export function forgetDelivered(approvals: ApprovalsState, today: string): void {
  const oldest = addDays(today, -KEPT_DAYS)
  for (const { receipt, deliveredOn } of [...approvals.byReceipt.values()])
    if (deliveredOn !== null && deliveredOn < oldest) approvals.byReceipt.delete(receipt)
}
