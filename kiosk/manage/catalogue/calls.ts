import type { ImportPlanView } from '../../../gateway/contract/catalogue-imports.ts'
import { type Answer, manageCall } from '../manage-call.ts'

export interface PastImport {
  importId: string
  source: string
  /** Epoch ms. */
  at: number
}
export const pastImports = (): Promise<Answer<{ items: PastImport[] }>> => manageCall('GET', '/catalogue/imports')
export const lookAt = (file: File, source: string): Promise<Answer<ImportPlanView>> =>
  manageCall('POST', `/catalogue/plans?source=${encodeURIComponent(source)}`, file)
export const carryOut = (
  planId: string,
  agreed: { suspicious: boolean; removals: boolean },
): Promise<Answer<{ counts: Record<'added' | 'changed' | 'removed', number> }>> =>
  manageCall('POST', `/catalogue/plans/${planId}/carry-out`, agreed)
export const undoLast = (): Promise<Answer<unknown>> => manageCall('POST', '/catalogue/undo', {})
