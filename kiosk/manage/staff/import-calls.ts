import { withFields } from '../../../gateway/client/ask.ts'
import type { StaffImportDone, StaffImportPlan } from '../../../gateway/contract/staff-import.ts'
import { type Answer, manageCall } from '../manage-call.ts'

/** A password for each of hundreds of people is worked out before the answer. */
const WORKED_WITHIN_MS = 300_000

export const lookAtFile = (file: File): Promise<Answer<StaffImportPlan>> =>
  manageCall('/staff-imports', withFields<StaffImportPlan>('planId', 'added', 'refused'), file)
export const takeIn = (planId: string): Promise<Answer<StaffImportDone>> =>
  manageCall(
    `/staff-imports/${planId}/carry-out`,
    withFields<StaffImportDone>('codes', 'changed'),
    {},
    WORKED_WITHIN_MS,
  )
