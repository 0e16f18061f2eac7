import { z } from 'zod'
import type { staffFields } from './staff.ts'
import { staffRoles } from './staff-roles.ts'

/** What a row of the file makes of somebody, whole. */
const fields = z.object({
  name: z.string(),
  department: z.string().nullable(),
  roles: z.array(z.enum(staffRoles)),
  counters: z.array(z.string()).nullable(),
})
const ofRow = { row: z.number(), number: z.string() }

/** What a file of people would do, before anything is done. `row`: as the spreadsheet counts, from 1. */
export const staffImportPlan = z.object({
  planId: z.string(),
  added: z.array(z.object({ ...ofRow, after: fields })),
  changed: z.array(z.object({ ...ofRow, before: fields, after: fields })),
  unchanged: z.number(),
  /** Rows that are left out, with the reason in words. `number` null = the row has none. */
  refused: z.array(z.object({ row: z.number(), number: z.string().nullable(), message: z.string() })),
  /** Counters that the hall does not have, each once. */
  unknownCounters: z.array(z.string()),
  /** People of the register who stand in no row; nothing is done to them. */
  absent: z.number(),
  /** Headings that were not read, and what else of the file was left out, in words. */
  unknownHeadings: z.array(z.string()),
  notes: z.array(z.string()),
})
/** `codes`: the password for each first sign-in; told to whoever brought the file, as long as the plan is kept. */
export const staffImportDone = z.object({
  codes: z.array(
    z.object({ number: z.string(), name: z.string(), department: z.string().nullable(), code: z.string() }),
  ),
  changed: z.number(),
})

export type StaffImportPlan = z.infer<typeof staffImportPlan>
export type StaffImportDone = z.infer<typeof staffImportDone>
export type ImportedFields = z.infer<typeof staffFields>
