import { z } from 'zod'

const count = z.number().int().nonnegative()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** An import whose content already lies in the data folder under `hash`. `before` = the catalogue that it was planned on. */
export const importOrder = z.strictObject({
  hash,
  before: hash.nullable(),
  source: z.string().min(1).max(40),
  /** As the file was called; left out by whoever does not know. */
  file: z.string().max(120).optional(),
  counts: z.strictObject({ added: count, changed: count, removed: count, total: count }),
})
export type ImportOrder = z.infer<typeof importOrder>

/** Orders of the gateway's own doors for imports; no page can say them. */
export const catalogueReports = [
  importOrder.extend({ type: z.literal('import-catalogue') }),
  z.strictObject({ type: z.literal('undo-import') }),
] as const

const rowCount = z.number()
/** What an uploaded file would do to the catalogue; long lists are cut, their whole length stands beside them. */
export const importPlanView = z.object({
  planId: z.string(),
  source: z.string(),
  /** Rows that were understood. */
  rows: rowCount,
  unchanged: rowCount,
  added: z.object({ total: rowCount, first: z.array(z.string()) }),
  changed: z.object({ total: rowCount, first: z.array(z.string()) }),
  /** Came from this source before and is no longer in it. */
  removed: z.object({ total: rowCount, first: z.array(z.string()) }),
  manyRemoved: z.boolean(),
  suspicious: z.object({ total: rowCount, first: z.array(z.object({ name: z.string(), reason: z.string() })) }),
  /** Departments that the hall does not have under this name, those with most matters first. `likely`: ids of those for which it may stand; a person says so. */
  unknown: z.object({
    total: rowCount,
    first: z.array(z.object({ name: z.string(), matters: rowCount, likely: z.array(z.string()) })),
  }),
  /** Rows that were not taken, by reason, with the first rows of each. */
  rejected: z.array(z.object({ reason: z.string(), total: rowCount, rows: z.array(rowCount) })),
  /** Columns with gaps. */
  missing: z.array(z.object({ column: z.string(), total: rowCount })),
  ignoredSheets: z.array(z.string()),
  /** Headings that were not understood. */
  unknownHeadings: z.array(z.string()),
  /** How the file was read where there is more than one way, and what of it was left out, in words. */
  notes: z.array(z.string()),
  /** What a unknown department may be in this hall. */
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What was just said of the source's departments; id '' = the hall does not have it. */
  matched: z.array(z.object({ name: z.string(), id: z.string() })),
})
export type ImportPlanView = z.infer<typeof importPlanView>
/** `POST /api/v1/catalogue/plans/:planId/departments`: the source's departments → the hall's ids; '' = the hall does not have it. */
export const departmentsBody = z.strictObject({
  departments: z
    .record(z.string().min(1).max(200), z.string().max(64))
    .refine((said) => Object.keys(said).length <= 500),
})
/** `POST /api/v1/catalogue/plans/:planId/carry-out`: what of the plan is agreed to. */
export const agreedBody = z.strictObject({
  suspicious: z.boolean().default(false),
  removals: z.boolean().default(false),
})
