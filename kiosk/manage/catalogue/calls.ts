import { anything, withFields } from '../../../gateway/client/ask.ts'
import type { ImportPlanView } from '../../../gateway/contract/catalogue-imports.ts'
import { type Answer, manageCall } from '../manage-call.ts'

/** `at`: epoch ms. */
export interface PastImport {
  importId: string
  source: string
  at: number
  by: string
  file: string | null
  counts: { added: number; changed: number; removed: number; total: number }
}
interface CarriedOut {
  counts: { added: number; changed: number; removed: number }
}
const importPlanView = withFields<ImportPlanView>('planId', 'rows', 'added', 'changed', 'removed', 'unknown')
/** A catalogue of thousands of matters is read, written and indexed before the answer. */
const WORKED_WITHIN_MS = 120_000

export const pastImports = (): Promise<Answer<{ items: PastImport[] }>> =>
  manageCall('/catalogue/imports', withFields<{ items: PastImport[] }>('items'))
export const lookAt = (file: File, source: string): Promise<Answer<ImportPlanView>> =>
  manageCall(
    `/catalogue/plans?source=${encodeURIComponent(source)}&file=${encodeURIComponent(file.name.slice(0, 120))}`,
    importPlanView,
    file,
    WORKED_WITHIN_MS,
  )
/** Looks again, with what was said of the source's departments: name → the hall's id, '' = the hall does not have it. */
export const matchDepartments = (
  planId: string,
  departments: Record<string, string>,
): Promise<Answer<ImportPlanView>> =>
  manageCall(`/catalogue/plans/${planId}/departments`, importPlanView, { departments }, WORKED_WITHIN_MS)
export const carryOut = (
  planId: string,
  agreed: { suspicious: boolean; removals: boolean },
): Promise<Answer<CarriedOut>> =>
  manageCall(`/catalogue/plans/${planId}/carry-out`, withFields<CarriedOut>('counts'), agreed, WORKED_WITHIN_MS)
export const undoLast = (): Promise<Answer<unknown>> => manageCall('/catalogue/undo', anything, {}, WORKED_WITHIN_MS)
