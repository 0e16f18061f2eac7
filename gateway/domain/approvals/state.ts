import type { AcceptedLeg } from './events.ts'

export interface AskedMore {
  readonly on: string
  readonly materials: readonly string[]
  readonly advice: string | null
  readonly until: string | null
  /** null = still waited for. */
  readonly suppliedOn: string | null
}

export interface ApprovalLeg extends Readonly<AcceptedLeg> {
  asked: AskedMore | null
  note: string | null
  finishedOn: string | null
  result: 'approved' | 'refused' | null
  document: string | null
}

/** What happened, for those who look on. `at`: epoch ms. */
export interface CourseEntry {
  readonly at: number
  readonly what: 'accepted' | 'asked' | 'supplied' | 'noted' | 'approved' | 'refused' | 'delivered'
  readonly legId: string | null
  readonly words: string | null
}

/** One joint approval: one acceptance, its legs, one delivery. */
export interface Approval {
  readonly receipt: string
  readonly flowId: string
  readonly name: string
  readonly ticketId: string | null
  readonly number: string | null
  readonly acceptedAt: number
  readonly acceptedOn: string
  readonly promisedDays: number
  readonly materials: number
  legs: ApprovalLeg[]
  deliveredOn: string | null
  course: CourseEntry[]
}

/** By receipt. What was delivered long ago is in the log alone. */
export interface ApprovalsState {
  byReceipt: Map<string, Approval>
}

export const noApprovals = (): ApprovalsState => ({ byReceipt: new Map() })
