/** A leg as the acceptance made it: one department, one matter, its own limit in working days. */
export interface AcceptedLeg {
  legId: string
  matterId: string
  matterName: string
  departmentName: string
  limitDays: number
}

/** Facts of joint approvals. Days as 2026-03-18; nothing of the applicant. */
export type ApprovalEvent =
  | {
      type: 'approval-accepted'
      receipt: string
      flowId: string
      name: string
      ticketId: string | null
      number: string | null
      on: string
      promisedDays: number
      materials: number
      legs: AcceptedLeg[]
    }
  | {
      type: 'approval-leg-asked'
      receipt: string
      legId: string
      on: string
      materials: string[]
      advice: string | null
      until: string | null
    }
  | { type: 'approval-leg-supplied'; receipt: string; legIds: string[]; on: string }
  | { type: 'approval-leg-noted'; receipt: string; legId: string; words: string }
  | {
      type: 'approval-leg-finished'
      receipt: string
      legId: string
      on: string
      result: 'approved' | 'refused'
      document: string | null
    }
  | { type: 'approval-delivered'; receipt: string; on: string }
