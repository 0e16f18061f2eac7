import { z } from 'zod'
import { anything } from '../../../gateway/client/ask.ts'
import { type ImportPlanView, importPlanView } from '../../../gateway/contract/catalogue-imports.ts'
import { type Answer, manageCall } from '../manage-call.ts'

/** `at`: epoch ms. */
const pastImport = z.object({
  importId: z.string(),
  source: z.string(),
  at: z.number(),
  by: z.string(),
  file: z.string().nullable(),
  counts: z.object({ added: z.number(), changed: z.number(), removed: z.number(), total: z.number() }),
})
export type PastImport = z.infer<typeof pastImport>
const imports = z.object({ items: z.array(pastImport) })
const carriedOut = z.object({ counts: z.object({ added: z.number(), changed: z.number(), removed: z.number() }) })
/** A catalogue of thousands of matters is read, written and indexed before the answer. */
const WORKED_WITHIN_MS = 120_000

export const pastImports = (): Promise<Answer<{ items: PastImport[] }>> => manageCall('/catalogue/imports', imports)
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
): Promise<Answer<z.infer<typeof carriedOut>>> =>
  manageCall(`/catalogue/plans/${planId}/carry-out`, carriedOut, agreed, WORKED_WITHIN_MS)
export const undoLast = (): Promise<Answer<unknown>> => manageCall('/catalogue/undo', anything, {}, WORKED_WITHIN_MS)
